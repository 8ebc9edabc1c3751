package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.client.example.Transcribe;
import dev.ephemint.client.internal.audio.AudioSamples;
import dev.ephemint.client.socket.WavAudioTest;
import dev.ephemint.client.testing.FakeEphemint;
import dev.ephemint.client.testing.FakeVendor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class ReadmeExampleTest {

    private static final Path README = Path.of("../README.md");
    private static final Path EXAMPLE = Path.of("src/test/java/dev/ephemint/client/example/Transcribe.java");
    private static final Pattern IMPORTS = Pattern.compile("with the imports (.*?):");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void runs(@TempDir Path folder) throws Exception {
        Path speech = Files.write(
                folder.resolve("speech.wav"), WavAudioTest.wav(1, 1, 24_000, 16, new byte[AudioSamples.FRAME * 5]));
        try (FakeVendor vendor = new FakeVendor(FakeVendor.transcribing("Hello from the socket."));
                FakeEphemint ephemint = new FakeEphemint(vendor)) {
            assertThat(printed(ephemint.url(), speech.toString())).isEqualToIgnoringNewLines("Hello from the socket.");
        }
    }

    @Test
    void readmeShowsTheTestedCode() throws IOException {
        Matcher java = JAVA.matcher(Files.readString(README));
        assertThat(java.find()).isTrue();
        String shown = java.group(1)
                .replace("\"http://127.0.0.1:8080\"", "arguments[0]")
                .replace("\"speech.wav\"", "arguments[1]");

        assertThat(Files.readString(EXAMPLE).replaceAll("\\s", "")).contains(shown.replaceAll("\\s", ""));
        assertThat(shown.lines()).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void readmeNamesAllImports(@TempDir Path folder) throws IOException {
        Matcher java = JAVA.matcher(Files.readString(README));
        assertThat(java.find()).isTrue();
        Path program = Files.writeString(folder.resolve("Program.java"), imports() + """
                class Program {
                    public static void main(String... arguments) throws java.io.IOException {
                        %s
                    }
                }
                """.formatted(java.group(1)));

        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        System.err,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        program.toString());
        assertThat(status).isZero();
    }

    private static String imports() throws IOException {
        String readme = Files.readString(README).replaceAll("\\s+", " ");
        Matcher sentence = IMPORTS.matcher(readme);
        assertThat(sentence.find()).isTrue();
        return QUOTED.matcher(sentence.group(1))
                .results()
                .map(name -> "import " + name.group(1) + ";\n")
                .collect(Collectors.joining());
    }

    @Test
    void readmeShowsTheCoordinates() throws IOException {
        String readme = Files.readString(README);
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(readme).contains("mvn -q install -pl client -am -DskipTests");
        for (String element : List.of("groupId", "artifactId", "version")) {
            Matcher shown = Pattern.compile("<dependency>.*?(<" + element + ">[^<]+</" + element + ">)", Pattern.DOTALL)
                    .matcher(readme);
            assertThat(shown.find()).isTrue();
            assertThat(pom).as(element).contains(shown.group(1));
        }
        assertThat(pom).contains("</parent>\n  <artifactId>ephemint-client</artifactId>");
    }

    private static String printed(String... arguments) throws IOException {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Transcribe.main(arguments);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
