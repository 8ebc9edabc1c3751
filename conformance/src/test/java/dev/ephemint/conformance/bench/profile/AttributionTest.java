package dev.ephemint.conformance.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AttributionTest {
    private static final Parts PARTS = Parts.read();
    private static final List<String> GATE = List.of(
            "java.util.HashMap.get",
            "dev.ephemint.server.http.gate.SchemaGate.check",
            "org.glassfish.jersey.server.ServerRuntime.process",
            "org.eclipse.jetty.server.Server.handle",
            "java.lang.VirtualThread.run");
    private static final List<String> JETTY =
            List.of("sun.nio.ch.SocketDispatcher.write0", "org.eclipse.jetty.io.SocketChannelEndPoint.flush");
    private static final List<String> PARKING =
            List.of("java.lang.VirtualThread.park", "org.eclipse.jetty.server.Server.handle");

    @Test
    void innermostFrameThatBelongsToAPartDecides() {
        assertThat(PARTS.of(GATE)).isEqualTo("schema of the request");
        assertThat(PARTS.of(JETTY)).isEqualTo("Jetty, system calls included");
        assertThat(PARTS.of(PARKING)).isEqualTo("virtual threads");
    }

    @Test
    void wrapperPassesThroughToWhoCalledIt() {
        assertThat(PARTS.of(List.of("dev.ephemint.server.metrics.MeteredExchange.send", "ch.qos.logback.Appender.add")))
                .isEqualTo("log");
    }

    @Test
    void stackThatCouldNotBeWalkedOrIsUnknownIsOther() {
        assertThat(List.of(PARTS.of(List.of()), PARTS.of(List.of("java.lang.Thread.run"))))
                .containsOnly("other");
    }

    @Test
    void javaThreadsAreDividedAsTheirSamplesAndTheRestByThread() {
        Map<String, Long> ticks = Map.of(ThreadTimes.JAVA, 80L, ThreadTimes.COMPILER, 15L, ThreadTimes.COLLECTOR, 5L);

        Map<String, Double> shares = new Attribution(PARTS, ticks).shares(List.of(GATE, JETTY, JETTY, PARKING));

        assertThat(shares)
                .containsOnlyKeys(
                        "schema of the request",
                        "Jetty, system calls included",
                        "virtual threads",
                        "compiler",
                        "garbage collection")
                .hasEntrySatisfying("Jetty, system calls included", share -> assertThat(share)
                        .isCloseTo(0.4, within(1e-9)))
                .containsEntry("compiler", 0.15);
        assertThat(shares.values().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void withoutTimesOfThreadsTheSamplesAreAll() {
        assertThat(new Attribution(PARTS, Map.of()).shares(List.of(JETTY)))
                .isEqualTo(Map.of("Jetty, system calls included", 1.0));
    }

    @Test
    void threadsAreDistinguishedByTheirNames() {
        String stat = "12 (C2 CompilerThre) S 1 1 1 0 -1 4194304 1 0 0 0 30 12 0 0 20 0 1 0 5 1 1";

        assertThat(ThreadTimes.kind(ThreadTimes.name(stat))).isEqualTo("compiler");
        assertThat(ThreadTimes.ticks(stat)).isEqualTo(42);
        assertThat(List.of(ThreadTimes.kind("VM Thread"), ThreadTimes.kind("GC Thread#1")))
                .containsOnly("garbage collection");
        assertThat(ThreadTimes.kind("qtp-7")).isEqualTo("java");
        assertThat(new ThreadTimes(Map.of("java", 5L)).since(new ThreadTimes(Map.of("java", 9L))))
                .isEqualTo(new ThreadTimes(Map.of("java", 0L)));
    }

    @Test
    void classesOfThisProjectInThePartsExist() {
        assertThat(PARTS.all().stream()
                        .flatMap(part -> part.prefixes().stream())
                        .filter(prefix -> prefix.startsWith("dev.ephemint.")))
                .isNotEmpty()
                .allMatch(AttributionTest::exists);
        assertThat(exists("dev.ephemint.server.Nothing")).isFalse();
    }

    /** A package, or the beginning of a class's name. */
    private static boolean exists(String prefix) {
        String path = prefix.replace('.', '/');
        int name = path.lastIndexOf('/');
        return List.of("../server", "../spec").stream()
                .map(module -> Path.of(module, "src/main/java", path.substring(0, name)))
                .anyMatch(directory -> {
                    String[] files = directory.toFile().list();
                    return files != null
                            && Files.isDirectory(directory)
                            && List.of(files).stream().anyMatch(file -> file.startsWith(path.substring(name + 1)));
                });
    }
}
