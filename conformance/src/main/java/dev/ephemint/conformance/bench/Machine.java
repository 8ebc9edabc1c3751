package dev.ephemint.conformance.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the benchmark ran on. Nothing of it names the machine or its user. */
final class Machine {
    private static final double KB_PER_GB = 1024 * 1024;

    private Machine() {}

    static Map<String, String> facts(Path root) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        valueOf("/proc/cpuinfo", "model name").ifPresent(name -> facts.put("processor", name));
        valueOf("/proc/meminfo", "MemTotal")
                .ifPresent(kb -> facts.put("memory", Math.round(kilobytes(kb) / KB_PER_GB) + " GB"));
        facts.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
        printed(root, "go", "version").ifPresent(version -> facts.put("go", version.replace("go version ", "")));
        return facts;
    }

    static String commit(Path root) {
        return printed(root, "git", "rev-parse", "--short=12", "HEAD")
                .map(commit -> commit + (isChanged(root) ? ", changed" : ""))
                .orElse("unknown");
    }

    private static boolean isChanged(Path root) {
        return printed(root, "git", "status", "--porcelain", "--untracked-files=no")
                .filter(changes -> !changes.isBlank())
                .isPresent();
    }

    private static long kilobytes(String text) {
        return Long.parseLong(text.replace(" kB", ""));
    }

    static Optional<String> valueOf(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> printed(Path directory, String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
