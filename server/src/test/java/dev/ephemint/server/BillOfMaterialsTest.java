package dev.ephemint.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The runnable jar says what it is made of, as CycloneDX. {@code .ci/release} fails without it. */
final class BillOfMaterialsTest {

    @Test
    void namesEachLibraryInTheJarWithItsVersion() throws IOException {
        Path file = Path.of("target/classes/META-INF/sbom/bom.json");
        assumeTrue(Files.exists(file), "Maven was offline, and the plugin does nothing then");
        JsonNode bill = ContractJson.mapper().readTree(Files.readAllBytes(file));
        Set<String> named = new TreeSet<>();
        bill.path("components")
                .forEach(component -> named.add(component.path("name").textValue() + "-"
                        + component.path("version").textValue() + ".jar"));

        assertThat(named).isEqualTo(libraries());
    }

    private static Set<String> libraries() throws IOException {
        return Arrays.stream(Files.readString(Path.of("target/runtime-classpath"))
                        .strip()
                        .split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
