package org.chatnotes.inbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.Function;

/** Starts a GreenMail server on a port, or on a free one when another process has it. */
final class Servers {
    private Servers() {}

    static GreenMail start(String address, int port, String protocol, Function<ServerSetup, GreenMail> make) {
        GreenMail server = make.apply(new ServerSetup(free(address, port) ? port : 0, address, protocol));
        server.start();
        return server;
    }

    private static boolean free(String address, int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
