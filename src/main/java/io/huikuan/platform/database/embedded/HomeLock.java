package io.huikuan.platform.database.embedded;

import io.huikuan.platform.database.DatabaseRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one process at a time look after the server of a home. The system lets go of it when the process dies. */
record HomeLock(FileChannel channel) {

    private static final int TRIES = 1200;
    private static final long PAUSE_MILLIS = 100;

    static HomeLock on(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        for (int i = 0; i < TRIES; i++) {
            if (isLocked(channel)) {
                return new HomeLock(channel);
            }
            pause();
        }
        channel.close();
        throw new DatabaseRefused("Another process has been busy with the database in " + home + " for two minutes.");
    }

    /** Lets the next one in. */
    void close() throws IOException {
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
