package org.chatnotes.signing;

/** What a token may be used for; each token serves one purpose only. */
public enum Purpose {
    UNSUBSCRIBE(1),
    PREFERENCES(2),
    CONFIRMATION(3),
    VIEW(4),
    DATA(5),
    BOUNCE(6);

    private final byte code;

    Purpose(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }
}
