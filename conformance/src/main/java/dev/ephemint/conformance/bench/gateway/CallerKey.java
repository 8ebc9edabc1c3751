package dev.ephemint.conformance.bench.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A caller's key with the entry of the configuration that accepts it. */
record CallerKey(String key, String id, String hash) {
    private static final Pattern ENTRY = Pattern.compile("id: ([0-9a-f]+), hash: ([0-9a-f]+)");

    /** Made by the service's own command. */
    static CallerKey make(Jdk jdk, Path jar, Path pepper, Path entry) throws TargetUnavailableException {
        try {
            ProcessBuilder command = new ProcessBuilder(
                            List.of(jdk.java(), "-jar", jar.toString(), "keys", "new", "--caller", "bench"))
                    .redirectError(entry.toFile());
            command.environment().put("EPHEMINT_AUTH_PEPPER_FILE", pepper.toString());
            Process process = command.start();
            String key = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int status = process.waitFor();
            return of(key, Files.readString(entry), status);
        } catch (IOException e) {
            throw new TargetUnavailableException("keys new: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetUnavailableException("interrupted");
        }
    }

    static CallerKey of(String key, String entry, int status) throws TargetUnavailableException {
        Matcher found = ENTRY.matcher(entry);
        if (status != 0 || !found.find()) {
            throw new TargetUnavailableException("keys new ended with status " + status + ": " + entry.strip());
        }
        return new CallerKey(key, found.group(1), found.group(2));
    }

    @Override
    public String toString() {
        return "CallerKey[id=" + id + "]";
    }
}
