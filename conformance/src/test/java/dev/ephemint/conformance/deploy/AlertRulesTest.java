package dev.ephemint.conformance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.conformance.deploy.Tool.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The alert rules, run by Prometheus' own promtool with the cases of {@code alerts-test.yaml}. */
final class AlertRulesTest {
    private static final Path RULES = Path.of("../server/deploy/monitoring/alerts.yaml");
    private static final Path CASES = Path.of("src/test/resources/deploy/alerts-test.yaml");
    private static final Pattern EXPECTED = Pattern.compile("alertname=\"([A-Za-z]+)\"");

    @Test
    void eachRuleHasACaseInWhichItFires() throws Exception {
        Set<String> expected = EXPECTED.matcher(Files.readString(CASES))
                .results()
                .map(MatchResult::group)
                .map(text -> EXPECTED.matcher(text).replaceAll("$1"))
                .collect(Collectors.toSet());
        Set<String> rules = new HashSet<>();
        for (JsonNode rule : new YAMLMapper().readTree(RULES.toFile()).at("/groups/0/rules")) {
            rules.add(rule.path("alert").asText());
        }

        assertThat(expected).isEqualTo(rules);
    }

    @Test
    @Tag("nightly")
    void firesInEachCaseAndNotWhileAllIsWell() throws Exception {
        Tool promtool = Tool.promtool();

        assertThat(promtool.run("check", "rules", RULES.toString()).printed()).contains("SUCCESS");
        assertThat(promtool.run("test", "rules", CASES.toString()).printed()).contains("SUCCESS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            > 0.05                  | > 0.5
            > 0.05                  | > 0.001
            store="local"           | store="locale"
            < 7 * 86400             | < 86400
            outcome="unexpected"    | outcome="unknown"
            unknown_key             | unknown
            """, quoteCharacter = '\'', ignoreLeadingAndTrailingWhitespace = true)
    @Tag("nightly")
    void findsAWrongRule(String text, String replacement, @TempDir Path folder) throws Exception {
        String rules = Files.readString(RULES);
        assertThat(rules).contains(text);
        Files.writeString(folder.resolve("alerts.yaml"), rules.replace(text, replacement));
        Path cases = Files.writeString(
                folder.resolve("cases.yaml"),
                Files.readString(CASES).replaceFirst("rule_files: .*", "rule_files: [alerts.yaml]"));

        Result result = Tool.promtool().run("test", "rules", cases.toString());

        assertThat(result.status()).isNotZero();
        assertThat(result.printed()).contains("FAILED");
    }
}
