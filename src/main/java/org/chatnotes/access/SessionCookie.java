package org.chatnotes.access;

/** The cookie of a session. */
final class SessionCookie {
    private SessionCookie() {}

    /** Over https the prefix binds it to this very host, whatever its neighbours set. */
    static String name(boolean https) {
        return https ? "__Host-session" : "session";
    }

    static String set(String token, boolean https) {
        return name(https) + "=" + token + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + Sessions.LONGEST.toSeconds()
                + (https ? "; Secure" : "");
    }

    static String clear(boolean https) {
        return name(https) + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0" + (https ? "; Secure" : "");
    }
}
