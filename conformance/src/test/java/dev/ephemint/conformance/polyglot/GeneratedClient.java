package dev.ephemint.conformance.polyglot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A client generated with the settings under {@code spec/generators}, and the harness of {@code src/test/polyglot} that
 * compiles it and mints with it.
 *
 * @param language the generator, as openapi-generator names it
 * @param work where it is generated and compiled; compilers find their earlier output there
 */
record GeneratedClient(String language, Path work) {
    private static final Path GENERATOR = Path.of("target/openapi-generator-cli.jar");
    private static final int TOOL_IS_MISSING = 77;

    /** Generates it from the contract as this facade serves it. */
    static GeneratedClient from(URI facade, String language) throws IOException, InterruptedException {
        Path work =
                Files.createDirectories(Path.of("target/polyglot", language)).toAbsolutePath();
        delete(work.resolve("client"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Program generator = Program.run(
                work,
                Map.of(),
                List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        GENERATOR.toString(),
                        "generate",
                        "-i",
                        facade + "/openapi.yaml",
                        "-c",
                        "../spec/generators/" + language + ".yaml",
                        "-o",
                        work + "/client"));
        assertThat(generator.status()).as(generator.report()).isZero();
        return new GeneratedClient(language, work);
    }

    /** Compiles it and mints with it: one tree per mint, of what it read. Ends the test if the language is not installed. */
    List<JsonNode> mint(URI base) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "JAVA_HOME", System.getProperty("java.home"), "CLASSPATH", System.getProperty("java.class.path"));
        String harness = Path.of("src/test/polyglot", language, "mint.sh").toString();
        Program program = Program.run(work, environment, List.of("sh", harness, work.toString(), base.toString()));
        if (program.status() == TOOL_IS_MISSING) {
            String reason =
                    "No client for " + language + " is tried: " + program.log().strip();
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        assertThat(program.status()).as(program.report()).isZero();
        return program.output().lines().map(ExactJson::parse).toList();
    }

    /** The names of all files that were generated. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(work.resolve("client"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
