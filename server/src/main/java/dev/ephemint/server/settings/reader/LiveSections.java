package dev.ephemint.server.settings.reader;

import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.ConfigSections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sections of the configuration file, read again when it changes, which is checked as they are used. All that is read from
 * them changes at once; a file with a problem changes nothing, and is logged. Properties are read at the start only.
 */
public final class LiveSections {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSections.class);
    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    private final List<Function<ConfigSections, ?>> readers = new ArrayList<>();
    private final ReentrantLock changing = new ReentrantLock();
    private final LongSupplier nanoTime;
    private volatile long checked;
    private volatile Snapshot current;
    private String text = "";

    /** @param nanoTime by which a second passes */
    public LiveSections(ConfigSections initial, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.checked = nanoTime.getAsLong();
        this.current = new Snapshot(initial, List.of());
    }

    public static LiveSections of(ConfigSections initial) {
        return new LiveSections(initial, System::nanoTime);
    }

    /**
     * What the reader makes of the sections, as they are whenever it is asked for. The same reader reads once for all that
     * ask with it.
     *
     * @throws BadSettingsException by the reader, if it cannot use what the sections are now
     */
    public <T> Supplier<T> read(Function<ConfigSections, T> reader) {
        changing.lock();
        try {
            int known = readers.indexOf(reader);
            int index = known < 0 ? readers.size() : known;
            if (known < 0) {
                readers.add(reader);
                current = snapshot(current.sections());
            }
            return () -> {
                refresh();
                @SuppressWarnings("unchecked") // the reader at this index made it
                T value = (T) current.values().get(index);
                return value;
            };
        } finally {
            changing.unlock();
        }
    }

    private void refresh() {
        Path file = current.sections().file().orElse(null);
        if (file == null || nanoTime.getAsLong() - checked < INTERVAL || !changing.tryLock()) {
            return;
        }
        try {
            checked = nanoTime.getAsLong();
            String now = content(file);
            if (!now.equals(text)) {
                text = now;
                replace(file);
            }
        } finally {
            changing.unlock();
        }
    }

    /** As it is, also if only its link changed; empty if there is none. */
    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private void replace(Path file) {
        try {
            Problems problems = new Problems();
            ConfigTree tree = ConfigTree.parse(file.toString(), text, problems);
            problems.throwIfAny();
            current = snapshot(
                    ConfigSections.of(tree.sections(), current.sections().file()));
            LOG.atInfo().addKeyValue("file", file).log("configuration read");
        } catch (BadSettingsException refused) {
            LOG.atWarn()
                    .addKeyValue("file", file)
                    .addKeyValue("problems", refused.problems())
                    .log("the configuration file has changed, but cannot be used; the last one stays in use");
        }
    }

    private Snapshot snapshot(ConfigSections sections) {
        List<Object> values = new ArrayList<>();
        readers.forEach(reader -> values.add(reader.apply(sections)));
        return new Snapshot(sections, List.copyOf(values));
    }

    private record Snapshot(ConfigSections sections, List<Object> values) {}
}
