package dev.ephemint.server.credential;

import dev.ephemint.server.mint.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A key in a file, read again when the file changes: a key is rotated without a restart. */
public final class KeyFile implements Credential {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

    private final Path file;
    private final Function<Secret, ApiKey> form;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile Held held;

    /**
     * @param key what the file held at the start; it stays in use for as long as the file holds no other
     * @param form how the vendor is given a key
     */
    public KeyFile(Path file, Secret key, Function<Secret, ApiKey> form) {
        this.file = file;
        this.form = form;
        this.held = new Held(Stamp.NEVER_READ, form.apply(key));
    }

    @Override
    public Map<String, String> authentication() {
        return current().authentication();
    }

    @Override
    public Set<String> headers() {
        return held.key().headers();
    }

    @Override
    public CredentialFacts describe() {
        return current().describe();
    }

    /** Without requests, a file with a problem is noticed by the check whether the service is ready. */
    @Override
    public void probe() {
        current();
    }

    @Override
    public Reloads reloads() {
        return new Reloads(read.get(), failed.get());
    }

    private ApiKey current() {
        Held last = held;
        Stamp stamp = Stamp.of(file);
        return stamp.equals(last.stamp()) ? last.key() : changed(stamp);
    }

    /** One of the threads that notice it reads the file; the others use the last key until then. */
    private ApiKey changed(Stamp stamp) {
        if (!reading.tryLock()) {
            return held.key();
        }
        try {
            boolean first = held.stamp().equals(Stamp.NEVER_READ);
            Optional<ApiKey> key = read();
            (key.isEmpty() ? failed : read).addAndGet(first && key.isPresent() ? 0 : 1);
            held = new Held(stamp, key.orElse(held.key()));
            return held.key();
        } finally {
            reading.unlock();
        }
    }

    /** Empty, with a warning, if the file holds no key. */
    private Optional<ApiKey> read() {
        try {
            return Optional.of(form.apply(new Secret(Files.readString(file).strip())));
        } catch (IOException | IllegalArgumentException unusable) {
            LOG.atWarn()
                    .addKeyValue("file", file)
                    .addKeyValue("fault", unusable.getClass().getSimpleName())
                    .log("the key file holds no readable key; the last key stays in use");
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "KeyFile[" + file + "]";
    }

    private record Held(Stamp stamp, ApiKey key) {}

    /** What changes when a file is written, replaced, or swapped by its link, as Kubernetes does with a secret. */
    private record Stamp(
            @Nullable FileTime modified,
            long size,
            @Nullable Object identity) {

        static final Stamp NEVER_READ = new Stamp(null, -2, null);

        private static final Stamp MISSING = new Stamp(null, -1, null);

        static Stamp of(Path file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
            } catch (IOException missing) {
                return MISSING;
            }
        }
    }
}
