package dev.ephemint.server.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares the bytes that one mint allocates with {@code mint-cost.properties}. Measured in a process that compiles without
 * escape analysis, so the figure depends neither on time nor on load: runs differ by less than 0.1 %.
 */
final class MintCostTest {

    private static final String JDK = Integer.toString(Runtime.version().feature());

    /** Less than one copy of the request. */
    private static final double MOST = 1.01;

    /** An improvement must be kept, too, otherwise a later loss of it goes unnoticed. */
    private static final double LEAST = 0.93;

    private static final Properties KEPT = kept();
    private static final Properties MEASURED = new Properties();

    @BeforeAll
    static void measure(@TempDir Path directory) throws Exception {
        assumeTrue(KEPT.containsKey(JDK + ".nested"), "no figures for this JDK");
        Path output = directory.resolve("cost.properties");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MintCost.class.getName(),
                        output.toString(),
                        "40",
                        "50")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        assertThat(process.waitFor()).as(() -> text(directory.resolve("log"))).isZero();
        try (InputStream lines = Files.newInputStream(output)) {
            MEASURED.load(lines);
        }
    }

    @ParameterizedTest
    @EnumSource
    void allocatesWhatIsKept(MintCostCase kind) {
        assertThat(bytes(kind.toString()))
                .as("bytes per mint; if the change is meant, put them into mint-cost.properties as %s.%s", JDK, kind)
                .isBetween((long) (kept(kind) * LEAST), most(kind));
    }

    @Test
    void noticesOneCopyMoreOfTheRequest() {
        assertThat(bytes("one-copy-more")).isGreaterThan(most(MintCostCase.NESTED));
    }

    private static long most(MintCostCase kind) {
        return (long) (kept(kind) * MOST);
    }

    private static long kept(MintCostCase kind) {
        return Long.parseLong(KEPT.getProperty(JDK + "." + kind));
    }

    private static long bytes(String name) {
        return Long.parseLong(MEASURED.getProperty(name + ".bytes"));
    }

    private static Properties kept() {
        try (InputStream lines = MintCostTest.class.getResourceAsStream("mint-cost.properties")) {
            Properties kept = new Properties();
            kept.load(requireNonNull(lines));
            return kept;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            return broken.toString();
        }
    }
}
