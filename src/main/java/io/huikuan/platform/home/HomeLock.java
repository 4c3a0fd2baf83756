package io.huikuan.platform.home;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one process at a time set up what is in a home. The system lets go of it when the process dies. */
public record HomeLock(FileChannel channel) {

    private static final int TRIES = 1200;
    private static final long PAUSE_MILLIS = 100;

    /** Waits for the lock, two minutes at most. */
    public static HomeLock on(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        for (int i = 0; i < TRIES; i++) {
            if (isLocked(channel)) {
                return new HomeLock(channel);
            }
            pause();
        }
        channel.close();
        throw new ConfigurationException("Another process has been setting up " + home + " for two minutes.");
    }

    /** Lets the next one in. */
    public void close() throws IOException {
        channel.close();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Held by this very process: a second application in it, as in continuous testing.
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
