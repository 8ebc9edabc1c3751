package dev.ephemint.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented report equals what doctor prints. */
class DoctorPageTest {

    private static final Path PAGE = Path.of("docs", "doctor.md");
    private static final String COMMAND =
            "EPHEMINT_UPSTREAM_DIALECT=azure EPHEMINT_MINT_DEFAULT_MODEL=my-whisper java -jar"
                    + " server/target/ephemint-server.jar doctor";

    @Test
    void showsTheRealOutput(@TempDir Path directory) throws IOException {
        List<String> printed = withoutPorts(doctor(directory)).lines().toList();

        List<String> shown = withoutPorts(example()).lines().toList();

        assertThat(shown).hasSizeGreaterThan(10).allSatisfy(line -> assertThat(printed)
                .anyMatch(real -> line.endsWith("...") ? real.startsWith(withoutEnd(line)) : real.equals(line)));
    }

    @Test
    void namesEveryMemberOfTheDocument(@TempDir Path directory) throws IOException {
        String page = Files.readString(PAGE);
        JsonNode document = ContractJson.mapper().readTree(doctor(directory, "--json"));

        List<String> members = new ArrayList<>();
        document.fieldNames().forEachRemaining(members::add);
        document.at("/steps/8").fieldNames().forEachRemaining(members::add);
        document.at("/steps/8/diagnosis").fieldNames().forEachRemaining(members::add);

        assertThat(members).hasSizeGreaterThan(15).allSatisfy(name -> assertThat(page)
                .contains("`" + name + "`"));
    }

    /** The block after the command, up to its end. */
    private static String example() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(COMMAND + "\n```\n\n```\n");
        String after = page.substring(page.indexOf(COMMAND) + COMMAND.length() + "\n```\n\n```\n".length());
        return after.substring(0, after.indexOf("```"));
    }

    private static String doctor(Path directory, String... options) throws IOException {
        Path config = directory.resolve("ephemint.properties");
        Files.writeString(config, "upstream.dialect=azure\nmint.default-model=my-whisper\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of("doctor", "--config", config.toString()));
        arguments.addAll(List.of(options));
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = Program.run(arguments, new Console(new ByteArrayInputStream(new byte[0]), printed, printed));
        assertThat(status).isEqualTo(1);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String withoutPorts(String text) {
        return text.replaceAll("127\\.0\\.0\\.1(:| port )\\d+", "127.0.0.1$1PORT");
    }

    private static String withoutEnd(String line) {
        return line.substring(0, line.length() - 3);
    }
}
