package io.huikuan.platform.database.embedded;

import io.huikuan.platform.database.DatabaseRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked once per home and version.
 *
 * @param root the directory with {@code bin}, {@code lib} and {@code share}
 */
record Programs(Path root) {

    /** Unpacks the programs for this machine under the directory, unless they are there. */
    static Programs under(Path directory) throws IOException {
        String platform = platform();
        URL archive = Programs.class.getClassLoader().getResource("postgres-" + platform + ".txz");
        if (archive == null) {
            throw new DatabaseRefused(
                    "This build carries no PostgreSQL for " + platform
                            + ". Build it on such a machine, or set huikuan.db.url to a PostgreSQL of your own (src/docs/external-database.md).");
        }
        // The size tells versions apart well enough, and is known without reading the archive.
        long size = archive.openConnection().getContentLengthLong();
        Path root = directory.resolve("postgresql-" + platform + "-" + size);
        if (!Files.exists(root)) {
            Files.createDirectories(directory);
            Path part = Files.createTempDirectory(directory, ".unpacking");
            try (InputStream packed = archive.openStream()) {
                unpack(packed, part);
            }
            Permissions.makeEnterable(part);
            Files.move(part, root, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Programs(root);
    }

    Path program(String name) {
        return root.resolve("bin").resolve(OperatingSystem.isWindows() ? name + ".exe" : name);
    }

    private static String platform() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String processor =
                machine.matches("aarch64|arm64") ? "arm_64" : machine.matches("amd64|x86_64") ? "x86_64" : machine;
        if (OperatingSystem.isWindows()) {
            return "windows-" + processor;
        }
        if (OperatingSystem.isMac()) {
            return "darwin-" + processor;
        }
        return "linux-" + processor + (Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "");
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry that leaves the archive: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            throw new IOException("a hard link in the archive: " + entry.getName());
        } else {
            Files.copy(tar, path);
            Permissions.set(path, entry.getMode());
        }
    }
}
