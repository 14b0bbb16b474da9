package org.chatnotes.media;

import java.util.Optional;

/** Width and height in pixels, read from the head of a picture without decoding it. */
record PictureSize(int width, int height) {
    /** Empty when the file is cut off or broken. */
    static Optional<PictureSize> of(PictureKind kind, byte[] bytes) {
        try {
            PictureSize size = switch (kind) {
                case PNG -> new PictureSize(big(bytes, 16, 4), big(bytes, 20, 4));
                case GIF -> new PictureSize(little(bytes, 6, 2), little(bytes, 8, 2));
                case JPEG -> jpeg(bytes);
                case WEBP -> webp(bytes);
            };
            return size.width > 0 && size.height > 0 ? Optional.of(size) : Optional.empty();
        } catch (ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Walks the segments to the first start-of-frame (C0 to CF, without the tables C4, C8 and CC). */
    private static PictureSize jpeg(byte[] bytes) {
        int at = 2;
        while (true) {
            int marker = bytes[at + 1] & 0xFF;
            if ((bytes[at] & 0xFF) != 0xFF) {
                return new PictureSize(0, 0);
            }
            if (marker == 0xFF) {
                at++;
            } else if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                return new PictureSize(big(bytes, at + 7, 2), big(bytes, at + 5, 2));
            } else {
                at += 2 + Math.max(2, big(bytes, at + 2, 2));
            }
        }
    }

    /** The three forms of WebP: lossy, lossless, extended. */
    private static PictureSize webp(byte[] bytes) {
        if (PictureKind.starts(bytes, 12, 'V', 'P', '8', ' ')) {
            return new PictureSize(little(bytes, 26, 2) & 0x3FFF, little(bytes, 28, 2) & 0x3FFF);
        }
        if (PictureKind.starts(bytes, 12, 'V', 'P', '8', 'L')) {
            int packed = little(bytes, 21, 4);
            return new PictureSize((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1);
        }
        return PictureKind.starts(bytes, 12, 'V', 'P', '8', 'X')
                ? new PictureSize(little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1)
                : new PictureSize(0, 0);
    }

    private static int big(byte[] bytes, int at, int length) {
        int value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    private static int little(byte[] bytes, int at, int length) {
        int value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }
}
