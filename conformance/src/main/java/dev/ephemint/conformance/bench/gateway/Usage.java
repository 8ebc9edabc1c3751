package dev.ephemint.conformance.bench.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** CPU time and resident memory of a process and those that it started, as Linux counts them. */
public record Usage(long cpuMicros, long residentKb) {
    private static final Path PROC = Path.of("/proc");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    /** USER_HZ is 100 on every Linux that runs a JVM. */
    private static final long MICROS_PER_TICK = 10_000;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    /** Empty on a system without {@code /proc}, and after the process has ended. */
    public static Optional<Usage> of(ProcessHandle process) {
        if (!Files.isDirectory(PROC.resolve(String.valueOf(process.pid())))) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(each -> one(PROC.resolve(String.valueOf(each.pid()))).stream())
                .reduce((a, b) -> new Usage(a.cpuMicros + b.cpuMicros, a.residentKb + b.residentKb));
    }

    private static Optional<Usage> one(Path directory) {
        try {
            return of(Files.readString(directory.resolve("stat")), Files.readString(directory.resolve("status")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<Usage> of(String stat, String status) {
        OptionalLong ticks = ticks(stat);
        Matcher resident = RESIDENT.matcher(status);
        if (ticks.isEmpty() || !resident.find()) {
            return Optional.empty();
        }
        return Optional.of(new Usage(ticks.getAsLong() * MICROS_PER_TICK, Long.parseLong(resident.group(1))));
    }

    /** CPU time in a {@code stat} of a process or a thread, in hundredths of a second; empty if it is cut off. */
    public static OptionalLong ticks(String stat) {
        // The name in parentheses may contain spaces.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return fields.length <= SYSTEM_TIME
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]));
    }
}
