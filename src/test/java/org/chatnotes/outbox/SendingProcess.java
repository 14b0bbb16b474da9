package org.chatnotes.outbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.chatnotes.db.Database;
import org.chatnotes.db.Engine;
import org.chatnotes.events.Events;
import org.chatnotes.runtime.SendingRight;
import org.chatnotes.signing.Signing;
import org.chatnotes.smtp.Relay;

/** A sender in a process of its own, to be killed. */
public final class SendingProcess {
    private SendingProcess() {}

    /** @param arguments JDBC URL, port of the relay, lock file */
    public static void main(String[] arguments) throws InterruptedException {
        Database database = new Database(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        Clock clock = Clock.systemUTC();
        Path lock = database.engine() == Engine.SQLITE ? Path.of(arguments[2]) : null;
        Sender sender = new Sender(
                database,
                clock,
                new Events(database, clock),
                new Signing(database, clock),
                () -> Relay.loopback(port),
                (edition, claimed) -> claimed.stream().map(Post::compose).toList(),
                Post.QUICK,
                new SendingRight(lock),
                Duration.ofSeconds(1));
        Runtime.getRuntime().addShutdownHook(new Thread(sender::close));
        sender.start();
        new CountDownLatch(1).await();
    }
}
