package dev.ephemint.server.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.settings.ConfigSections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ConfigSchemaTest {

    /** To renew it: {@code java -jar ephemint-server.jar config schema}. */
    @Test
    void theDocumentedSchemaIsTheProgramsOwn() throws IOException {
        assertThat(Files.readString(Path.of("docs", "config.schema.json")))
                .isEqualTo(ConfigSchema.document().toPrettyString() + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void describesEveryPropertyThatAFileMayHold(Property property) {
        JsonNode described = ConfigSchema.document()
                .path("properties")
                .path(property.group())
                .path("properties")
                .path(property.nameInGroup());

        assertThat(described.isMissingNode()).isEqualTo(property.isSecret());
        assertThat(described.path("description").asText(""))
                .isEqualTo(property.isSecret() ? "" : property.description());
        assertThat(described.path("default").asText()).isEqualTo(property.isSecret() ? "" : property.defaultValue());
    }

    @Test
    void hasEverySectionAndNothingElse() throws IOException {
        JsonNode properties = ConfigSchema.document().path("properties");

        assertThat(ConfigSections.NAMES).allMatch(properties::has);
        assertThat(ConfigSchema.VALIDATOR.validate(ContractJson.mapper().readTree("{\"x\":1}")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.unknown()).isTrue());
    }
}
