package dev.ephemint.conformance.polyglot.client;

import dev.ephemint.conformance.polyglot.harness.Tail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Generates clients, each in a directory of its own with its harness beside it.
 *
 * @param generator openapi-generator's CLI
 */
public record ClientGeneration(Path generator, Path work) {
    private static final int DEADLINE_MINUTES = 10;

    public ClientGeneration {
        generator = generator.toAbsolutePath();
        work = work.toAbsolutePath();
    }

    /** The directory of this client; compilers find their earlier output in it, and no file of an earlier harness. */
    public Path directory(GeneratedClient client, Contract contract) {
        String harness = Integer.toHexString(client.files().hashCode());
        return work.resolve(contract.fingerprint()).resolve(client.name() + "-" + harness);
    }

    /**
     * One run of openapi-generator for all of its clients, because its start costs more than a client. The others' harnesses
     * run their own generators.
     */
    public void generate(List<GeneratedClient> clients, Contract contract) throws IOException, InterruptedException {
        List<Path> settings = new ArrayList<>();
        for (GeneratedClient client : clients) {
            if (client.untried().isPresent()) {
                continue;
            }
            Path directory = directory(client, contract);
            PolyglotFiles.delete(directory.resolve("client"));
            PolyglotFiles.copyHarness(client.files(), directory);
            write(directory.resolve("contract.yaml"), client.source(contract));
            client.settings().ifPresent(file -> settings.add(settings(file, directory)));
        }
        if (!settings.isEmpty()) {
            run(settings);
        }
    }

    private static Path settings(String file, Path directory) {
        Path settings = directory.resolve("settings.yaml");
        write(
                settings,
                PolyglotFiles.settings(file)
                        + "\ninputSpec: \"" + yaml(directory.resolve("contract.yaml"))
                        + "\"\noutputDir: \"" + yaml(directory.resolve("client")) + "\"\n");
        return settings;
    }

    private static String yaml(Path path) {
        return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private void run(List<Path> settings) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(
                List.of(java, "-XX:TieredStopAtLevel=1", "-jar", generator.toString(), "batch", "--fail-fast"));
        settings.forEach(file -> command.add(file.toString()));
        Path log = work.resolve("generator.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("openapi-generator failed: " + Tail.of(log));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static void write(Path file, String text) {
        PolyglotFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The names of all files that were generated for this client. */
    public List<String> files(GeneratedClient client, Contract contract) throws IOException {
        try (var files = Files.walk(directory(client, contract).resolve("client"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
