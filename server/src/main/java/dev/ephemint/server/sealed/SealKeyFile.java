package dev.ephemint.server.sealed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys in a file, which is read again within a second when it changes. One that cannot be used changes nothing. */
public final class SealKeyFile implements Supplier<SealKeys> {

    private static final Logger LOG = LoggerFactory.getLogger(SealKeyFile.class);
    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private final LongSupplier nanos;
    private String text;
    private SealKeys keys;
    private long checked;

    private SealKeyFile(Path file, LongSupplier nanos, String text, SealKeys keys) {
        this.file = file;
        this.nanos = nanos;
        this.text = text;
        this.keys = keys;
        this.checked = nanos.getAsLong();
    }

    /** Empty if the file cannot be read or holds no keys. */
    public static Optional<SealKeyFile> read(Path file, LongSupplier nanos) {
        return content(file)
                .flatMap(text -> SealKeys.parse(text).map(keys -> new SealKeyFile(file, nanos, text, keys)));
    }

    private static Optional<String> content(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized SealKeys get() {
        if (nanos.getAsLong() - checked >= INTERVAL) {
            checked = nanos.getAsLong();
            content(file).filter(now -> !now.equals(text)).ifPresent(this::replace);
        }
        return keys;
    }

    private void replace(String now) {
        text = now;
        SealKeys.parse(now)
                .ifPresentOrElse(
                        parsed -> {
                            keys = parsed;
                            LOG.atInfo()
                                    .addKeyValue("keys", parsed.byName().keySet())
                                    .log("keys of sealed tokens read");
                        },
                        () -> LOG.atWarn()
                                .addKeyValue("file", file)
                                .log(
                                        "the keys of sealed tokens have changed, but cannot be used; the last ones stay in use"));
    }

    @Override
    public String toString() {
        return "SealKeyFile[" + file + "]";
    }
}
