package dev.ephemint.conformance.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.client.EphemintClient;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.scenario.Gateway;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A modular program, compiled and run with the client's jar on the module path and nothing on the class path. */
@EnabledIf(value = "isPackaged", disabledReason = "the client is not packaged yet; `mvn verify` does")
final class ModulePathTest {

    private static final Path README_EXAMPLE =
            Path.of("../client/src/test/java/dev/ephemint/client/example/Transcribe.java");
    private static final Path SPEECH = Path.of("../server/src/main/resources/dev/ephemint/server/speech.wav");

    static boolean isPackaged() {
        return Files.isRegularFile(clientJar());
    }

    @Test
    void runsTheReadmeExample(@TempDir Path folder) throws Exception {
        assertThat(compile(folder, Files.readString(README_EXAMPLE))).isEmpty();
        try (Gateway.Running facade = Facades.start(Map.of("server.port", "0"))) {
            assertThat(run(folder, facade.uri().toString(), SPEECH.toString()))
                    .isEqualToIgnoringNewLines("This is the script of the sandbox, and not what you said.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.ephemint.client.generated.ApiClient",
                "dev.ephemint.client.internal.Timer",
                "dev.ephemint.client.internal.audio.AudioSamples",
                "dev.ephemint.contract.ContractJson",
            })
    void hidesInternals(String type, @TempDir Path folder) throws Exception {
        assertThat(compile(folder, "package dev.ephemint.client.example; class Transcribe { " + type + " field; }"))
                .contains("package " + type.substring(0, type.lastIndexOf('.')) + " is not visible");
    }

    /** Compiles a module of one class, and returns the compiler's messages. */
    private static String compile(Path folder, String source) throws IOException {
        Path program = Files.writeString(folder.resolve("Transcribe.java"), source);
        Path module =
                Files.writeString(folder.resolve("module-info.java"), "module user { requires dev.ephemint.client; }");
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int unused = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        messages,
                        messages,
                        "-proc:none",
                        "-p",
                        modulePath(),
                        "-d",
                        folder.resolve("classes").toString(),
                        program.toString(),
                        module.toString());
        return messages.toString(StandardCharsets.UTF_8);
    }

    private static String run(Path folder, String... arguments) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                folder.resolve("classes") + File.pathSeparator + modulePath(),
                "-m",
                "user/dev.ephemint.client.example.Transcribe");
        program.command().addAll(Stream.of(arguments).toList());
        Process running = program.redirectErrorStream(true).start();
        return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The client, and the jars that Maven resolved for its run time. */
    private static String modulePath() throws IOException {
        String dependencies =
                Files.readString(Path.of("../client/target/runtime-classpath")).strip();
        return Stream.concat(Stream.of(clientJar().toString()), Stream.of(dependencies.split(File.pathSeparator)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path clientJar() {
        try {
            return Path.of(EphemintClient.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
