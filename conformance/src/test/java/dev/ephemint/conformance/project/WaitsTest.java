package dev.ephemint.conformance.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests wait for events: a time that is enough on one machine is too short on another, and too long everywhere else. */
final class WaitsTest {

    private static final Pattern TESTS =
            Pattern.compile("(spec|server|client|conformance)/src/(test|testing|nightly)/.*\\.java");
    private static final Pattern WAIT = Pattern.compile(
            "\\b(Thread|TimeUnit)(\\.[A-Z]+)?\\s*\\.sleep\\(|\\b(MILLI|NANO|MICRO)?SECONDS\\.sleep\\(|\\bpark(Nanos|Until)\\(|\\bdelayedExecutor\\(");

    /** Classes that may, by their reason. */
    private static final Map<String, String> ALLOWED = Map.of(
            "LoadTrialsTest", "its vendor takes a time, and its callers come at a rate: that is what it measures",
            "SoakTest", "its callers come at a steady rate for ten minutes: that is what it measures");

    @Test
    void noTestWaitsForAFixedTime() throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        for (Path file : ProjectFiles.all()) {
            if (TESTS.matcher(file.toString()).matches() && waits(ProjectFiles.read(file))) {
                found.put(file.getFileName().toString().replace(".java", ""), file.toString());
            }
        }

        assertThat(new TreeSet<>(found.keySet())).as("waits in %s", found).isEqualTo(new TreeSet<>(ALLOWED.keySet()));
    }

    @Test
    void findsEachKindOfWait() {
        assertThat(waits("Thread.sle" + "ep(1)")).isTrue();
        assertThat(waits("TimeUnit.SECONDS\n  .sle" + "ep(1)")).isTrue();
        assertThat(waits("NANOSECONDS.sle" + "ep(1)")).isTrue();
        assertThat(waits("LockSupport.parkNa" + "nos(1)")).isTrue();
        assertThat(waits("CompletableFuture.delayedExec" + "utor(1, SECONDS)")).isTrue();
        assertThat(waits("clock.sleeper(); new Sleep(); poll(1, SECONDS)")).isFalse();
    }

    private static boolean waits(String source) {
        return WAIT.matcher(source).find();
    }
}
