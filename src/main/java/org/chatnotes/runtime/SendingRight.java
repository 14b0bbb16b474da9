package org.chatnotes.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to send. On SQLite one process has it, by a lock of the operating system on {@code sender.lock}, which ends
 * with the process however it ends. On PostgreSQL every node has it, and leases keep them apart.
 */
public final class SendingRight implements AutoCloseable {
    private final @Nullable Path file;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    /** @param file to be locked, or null when many may send */
    public SendingRight(@Nullable Path file) {
        this.file = file;
    }

    /** Whether only one process may have it. */
    public boolean exclusive() {
        return file != null;
    }

    /** Takes it when nobody has it; true also when we have it already. */
    public synchronized boolean tryTake() {
        if (file == null || lock != null) {
            return true;
        }
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } catch (OverlappingFileLockException held) {
            lock = null;
        } catch (IOException unusable) {
            lock = null;
        }
        if (lock == null) {
            close();
            return false;
        }
        return true;
    }

    /** Gives it back. */
    @Override
    public synchronized void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException gone) {
            // The lock ends with the channel either way.
            lock = null;
        }
        channel = null;
        lock = null;
    }
}
