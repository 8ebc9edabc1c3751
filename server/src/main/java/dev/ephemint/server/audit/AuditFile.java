package dev.ephemint.server.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Appends one line of JSON for each record. A write that failed is tried on a newly opened file the next time, so it recovers
 * once there is space or permission again.
 */
public final class AuditFile implements AuditTrail, AutoCloseable {

    private final Path file;
    private final boolean sync;
    private @Nullable FileChannel channel;

    /** A part of a line may be at the end of the file. */
    private boolean torn;

    /**
     * Opens the file, and creates it if it does not exist.
     *
     * @param sync whether each record is on the disk before its mint continues
     * @throws IOException if it cannot be written
     */
    public AuditFile(Path file, boolean sync) throws IOException {
        this.file = file;
        this.sync = sync;
        this.channel = open();
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    @Override
    public synchronized void write(AuditRecord record) {
        try {
            FileChannel open = channel == null ? open() : channel;
            channel = open;
            ByteBuffer line = StandardCharsets.UTF_8.encode((torn ? "\n" : "") + record.line());
            torn = true;
            while (line.hasRemaining()) {
                open.write(line);
            }
            torn = false;
            if (sync) {
                open.force(false);
            }
        } catch (IOException failed) {
            close();
            throw new AuditFailedException(
                    "cannot write the audit file: " + failed.getClass().getSimpleName());
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException lost) {
            // Whether it was written was decided when it was written.
        }
        channel = null;
    }
}
