package dev.ephemint.client;

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

/**
 * Compares the bytes that one mint allocates with {@code client-mint-cost.properties}. Measured in a process without the compiler
 * that removes allocations, so the figure depends neither on time nor on load: runs do not differ.
 */
final class ClientMintCostTest {

    private static final String JDK = Integer.toString(Runtime.version().feature());

    /** Less than one copy of the request. */
    private static final double MOST = 1.01;

    /** An improvement must be kept, too, otherwise a later loss of it goes unnoticed. */
    private static final double LEAST = 0.97;

    private static final Properties KEPT = new Properties();
    private static final Properties MEASURED = new Properties();

    @BeforeAll
    static void measure(@TempDir Path directory) throws Exception {
        read(ClientMintCostTest.class.getResourceAsStream("client-mint-cost.properties"), KEPT);
        assumeTrue(KEPT.containsKey(JDK), "no figure for this JDK");
        Path output = directory.resolve("cost.properties");
        Path log = directory.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClientMintCost.class.getName(),
                        output.toString(),
                        "30",
                        "50")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> text(log)).isZero();
        read(Files.newInputStream(output), MEASURED);
    }

    @Test
    void allocatesWhatIsKept() {
        assertThat(bytes("mint"))
                .as("bytes per mint; if the change is meant, put them into client-mint-cost.properties as %s", JDK)
                .isBetween((long) (kept() * LEAST), most());
    }

    @Test
    void noticesOneCopyMoreOfTheRequest() {
        assertThat(bytes("one-copy-more")).isGreaterThan(most());
    }

    private static long most() {
        return (long) (kept() * MOST);
    }

    private static long kept() {
        return Long.parseLong(KEPT.getProperty(JDK));
    }

    private static long bytes(String name) {
        return Long.parseLong(MEASURED.getProperty(name));
    }

    private static void read(InputStream lines, Properties into) throws IOException {
        try (InputStream open = requireNonNull(lines)) {
            into.load(open);
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
