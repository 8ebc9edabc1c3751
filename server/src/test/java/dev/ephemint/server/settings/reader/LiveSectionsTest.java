package dev.ephemint.server.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.ConfigSections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiveSectionsTest {

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    private final Path file;

    LiveSectionsTest(@TempDir Path directory) {
        this.file = directory.resolve("ephemint.yaml");
    }

    @BeforeEach
    void start() throws IOException {
        Files.writeString(file, "policies: {first: {}}");
    }

    @Test
    void readsAChangedFileWithinASecond() throws IOException {
        Supplier<String> name = live().read(LiveSectionsTest::policy);
        Files.writeString(file, "policies: {second: {}}");

        assertThat(name.get()).isEqualTo("first");
        pass(Duration.ofSeconds(1));
        assertThat(name.get()).isEqualTo("second");
    }

    @Test
    void oneReaderReadsOnceForAllThatAskWithIt() throws IOException {
        AtomicInteger reads = new AtomicInteger();
        Function<ConfigSections, String> reader = sections -> policy(sections) + " " + reads.incrementAndGet();
        LiveSections live = live();
        Supplier<String> one = live.read(reader);
        Supplier<String> other = live.read(reader);
        Files.writeString(file, "policies: {second: {}}");
        pass(Duration.ofSeconds(1));

        assertThat(one.get()).isEqualTo("second 2");
        assertThat(other.get()).isEqualTo("second 2");
    }

    @Test
    void readsAFileThatReplacesALink() throws IOException {
        Path one = Files.move(file, file.resolveSibling("one.yaml"));
        Files.createSymbolicLink(file, one);
        Supplier<String> name = live().read(LiveSectionsTest::policy);
        Files.writeString(file.resolveSibling("two.yaml"), "policies: {linked: {}}");
        Files.delete(file);
        Files.createSymbolicLink(file, file.resolveSibling("two.yaml"));

        pass(Duration.ofSeconds(1));
        assertThat(name.get()).isEqualTo("linked");
    }

    @Test
    void keepsTheLastUsableFile() throws IOException {
        Supplier<String> name = live().read(LiveSectionsTest::policy);
        for (String unusable : List.of("policies: [", "policies: 1", "server: {prot: 1}\npolicies: {other: {}}", "")) {
            Files.writeString(file, unusable);
            pass(Duration.ofSeconds(2));
            assertThat(name.get()).as(unusable).isEqualTo("first");
        }
        Files.delete(file);
        pass(Duration.ofSeconds(2));
        assertThat(name.get()).isEqualTo("first");
        Files.writeString(file, "policies: {last: {}}");
        pass(Duration.ofSeconds(2));
        assertThat(name.get()).isEqualTo("last");
    }

    @Test
    void changesForAllReadersOrForNone() throws IOException {
        LiveSections live = live();
        Supplier<String> name = live.read(LiveSectionsTest::policy);
        Supplier<Integer> length = live.read(LiveSectionsTest::lengthUpToSix);
        Files.writeString(file, "policies: {too-long: {}}");
        pass(Duration.ofSeconds(2));

        assertThat(name.get()).isEqualTo("first");
        assertThat(length.get()).isEqualTo(5);
    }

    @Test
    void throwsAReadersProblemsOfTheFirstSections() {
        Function<ConfigSections, String> refusing = sections -> {
            throw new BadSettingsException(List.of("policies: no"));
        };

        assertThatThrownBy(() -> live().read(refusing)).isInstanceOf(BadSettingsException.class);
    }

    private LiveSections live() {
        Sources sources = Sources.ofEnvironment(Map.of(), Optional.of(file), false);
        return new LiveSections(SettingsReader.read(sources).sections(), nanoTime::get);
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    private static String policy(ConfigSections sections) {
        if (!sections.policies().fieldNames().hasNext()) {
            throw new BadSettingsException(List.of("policies: none"));
        }
        return sections.policies().fieldNames().next();
    }

    private static int lengthUpToSix(ConfigSections sections) {
        int length = policy(sections).length();
        if (length > 6) {
            throw new BadSettingsException(List.of("policies: name too long"));
        }
        return length;
    }
}
