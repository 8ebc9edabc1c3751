package dev.ephemint.conformance.bench.profile;

import dev.ephemint.conformance.bench.gateway.Usage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** CPU time of a JVM's threads, as Linux counts it, by what they are for: a sampler of Java code does not see all of them. */
record ThreadTimes(Map<String, Long> ticks) {
    static final String JAVA = "java";
    static final String COMPILER = "compiler";
    static final String COLLECTOR = "garbage collection";
    static final String RECORDER = "this profile itself";

    ThreadTimes {
        ticks = Map.copyOf(ticks);
    }

    /** Nothing on a system without {@code /proc}. */
    static ThreadTimes of(ProcessHandle process) {
        Map<String, Long> ticks = new TreeMap<>();
        Path tasks = Path.of("/proc", String.valueOf(process.pid()), "task");
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                stat(thread).ifPresent(stat -> ticks.merge(kind(name(stat)), ticks(stat), Long::sum));
            }
        } catch (IOException e) {
            return new ThreadTimes(Map.of());
        }
        return new ThreadTimes(ticks);
    }

    /** Empty for a thread that has just ended. */
    private static Optional<String> stat(Path thread) {
        try {
            return Optional.of(Files.readString(thread.resolve("stat")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static String name(String stat) {
        return stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    }

    static long ticks(String stat) {
        return Usage.ticks(stat).orElse(0);
    }

    /** The serial collector works in the thread of the VM. */
    static String kind(String thread) {
        if (thread.startsWith("C1 Compiler") || thread.startsWith("C2 Compiler")) {
            return COMPILER;
        }
        if (thread.equals("VM Thread") || thread.startsWith("GC Thread") || thread.startsWith("G1 ")) {
            return COLLECTOR;
        }
        return thread.startsWith("JFR ") ? RECORDER : JAVA;
    }

    /** A thread that ended meanwhile makes no time negative. */
    ThreadTimes since(ThreadTimes earlier) {
        Map<String, Long> passed = new TreeMap<>();
        ticks.forEach((kind, time) -> passed.put(kind, Math.max(0, time - earlier.ticks.getOrDefault(kind, 0L))));
        return new ThreadTimes(passed);
    }
}
