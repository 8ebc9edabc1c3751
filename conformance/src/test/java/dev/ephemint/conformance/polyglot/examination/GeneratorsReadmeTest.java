package dev.ephemint.conformance.polyglot.examination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.polyglot.client.GeneratedClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class GeneratorsReadmeTest {

    @Test
    void readmeStatesWhatEachClientCannotCarry() throws IOException {
        String readme = Files.readString(Path.of("../spec/generators/README.md"));

        assertThat(readme)
                .contains("<!-- known limits -->\n"
                        + GeneratedClient.all().stream()
                                .map(GeneratorsReadmeTest::paragraph)
                                .collect(Collectors.joining())
                        + "<!-- end of known limits -->\n");
    }

    private static String paragraph(GeneratedClient client) {
        String limits = client.untried()
                .map(reason -> "not tried: " + reason + ".")
                .orElseGet(() -> Stream.concat(
                                client.lost().stream(),
                                KnownLimits.read().entries().stream()
                                        .filter(limit -> limit.client().equals(client.name()))
                                        .map(KnownLimit::reason)
                                        .distinct())
                        .collect(Collectors.joining(" ")));
        return "- **`" + client.name() + "`** (" + client.language() + ", " + client.generator() + "): "
                + (limits.isEmpty() ? "nothing is lost." : limits) + "\n";
    }
}
