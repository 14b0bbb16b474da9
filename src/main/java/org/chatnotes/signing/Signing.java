package org.chatnotes.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chatnotes.db.Database;

/**
 * Makes and opens the tokens of readers' links, and keyed hashes. A token is base64url of one version byte, one
 * encrypted block of 16 bytes (purpose, subject, scope, stamp) and 16 bytes of HMAC-SHA256: nothing in it can be read or
 * made without the key. Old versions of a key stay valid for checking.
 */
public final class Signing {
    private static final int BLOCK = 16;
    private static final int LENGTH = 1 + BLOCK + BLOCK;
    private static final long MAX_SUBJECT = 1L << 48;
    private static final long MAX_UNSIGNED_INT = 1L << 32;

    private final KeyStore store;
    private final Map<String, TreeMap<Integer, byte[]>> keys = new ConcurrentHashMap<>();

    public Signing(Database database, Clock clock) {
        this.store = new KeyStore(database, clock);
    }

    /** The token of a grant: 44 characters of base64url. */
    public String token(Grant grant) {
        Map.Entry<Integer, byte[]> key = keys("token").lastEntry();
        byte[] block = block(key.getValue(), Cipher.ENCRYPT_MODE, pack(grant));
        byte version = key.getKey().byteValue();
        byte[] token = ByteBuffer.allocate(LENGTH)
                .put(version)
                .put(block)
                .put(mac(key.getValue(), version, block))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What a token grants for a purpose; empty for a forged, damaged or foreign one. */
    public Optional<Grant> open(String token, Purpose purpose) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != LENGTH) {
            return Optional.empty();
        }
        byte[] key = keys("token").get((int) bytes[0]);
        byte[] block = Arrays.copyOfRange(bytes, 1, 1 + BLOCK);
        byte[] mac = Arrays.copyOfRange(bytes, 1 + BLOCK, LENGTH);
        if (key == null || !MessageDigest.isEqual(mac, mac(key, bytes[0], block))) {
            return Optional.empty();
        }
        return unpack(block(key, Cipher.DECRYPT_MODE, block), purpose);
    }

    /** A keyed SHA-256 of some text, the same on every node and for ever, of {@code bytes} bytes (at most 32). */
    public byte[] keyedHash(String keyName, String text, int bytes) {
        byte[] key = keys(keyName).firstEntry().getValue();
        return Arrays.copyOf(hmac(key, text.getBytes(StandardCharsets.UTF_8)), bytes);
    }

    private TreeMap<Integer, byte[]> keys(String name) {
        return keys.computeIfAbsent(name, store::versions);
    }

    private static byte[] pack(Grant grant) {
        if (grant.subject() < 0
                || grant.subject() >= MAX_SUBJECT
                || grant.scope() < 0
                || grant.scope() >= MAX_UNSIGNED_INT
                || grant.stamp() < 0
                || grant.stamp() >= MAX_UNSIGNED_INT) {
            throw new IllegalArgumentException("Out of range: " + grant);
        }
        return ByteBuffer.allocate(BLOCK)
                .put(grant.purpose().code())
                .put((byte) 0)
                .putShort((short) (grant.subject() >>> 32))
                .putInt((int) grant.subject())
                .putInt((int) grant.scope())
                .putInt((int) grant.stamp())
                .array();
    }

    private static Optional<Grant> unpack(byte[] block, Purpose purpose) {
        ByteBuffer in = ByteBuffer.wrap(block);
        if (in.get() != purpose.code()) {
            return Optional.empty();
        }
        in.get();
        long subject = Short.toUnsignedLong(in.getShort()) << 32 | Integer.toUnsignedLong(in.getInt());
        return Optional.of(
                new Grant(purpose, subject, Integer.toUnsignedLong(in.getInt()), Integer.toUnsignedLong(in.getInt())));
    }

    /** One block under its own key: with a single block there is no pattern that ECB could show. */
    private static byte[] block(byte[] key, int mode, byte[] in) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, new SecretKeySpec(hmac(key, new byte[] {'e'}), 0, BLOCK, "AES"));
            return cipher.doFinal(in);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mac(byte[] key, byte version, byte[] block) {
        byte[] signed = ByteBuffer.allocate(1 + BLOCK).put(version).put(block).array();
        return Arrays.copyOf(hmac(key, signed), BLOCK);
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
