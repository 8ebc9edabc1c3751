package dev.ephemint.server.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.contract.ContractJson;
import org.junit.jupiter.api.Test;

final class YamlTextTest {

    @Test
    void readsTheValuesOfJson() throws Exception {
        assertThat(YamlText.tree(
                        "{a: [1, 9007199254740993, 0.1, true, null, 'x', yes, 2025-04-01, 012], 5: \"\\u00e9\"}"))
                .isEqualTo(
                        ContractJson.mapper()
                                .readTree(
                                        "{\"a\":[1,9007199254740993,0.1,true,null,\"x\",\"yes\",\"2025-04-01\",\"012\"],\"5\":\"é\"}"));
    }

    @Test
    void anEmptyTextIsMissing() throws Exception {
        assertThat(YamlText.tree("").isMissingNode()).isTrue();
    }

    @Test
    void expandsAliases() throws Exception {
        assertThat(YamlText.tree("{a: &x {b: 1}, c: *x}").path("c").path("b").intValue())
                .isEqualTo(1);
    }

    @Test
    void boundsWhatAliasesExpandTo() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [" + "x, ".repeat(9) + "x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append(
                    "a%d: &a%d [%s]%n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(10)));
        }

        assertThatThrownBy(() -> YamlText.tree(bomb.toString()))
                .isInstanceOf(NotYamlException.class)
                .hasMessage("has more than 100000 values, aliases expanded");
    }

    @Test
    void boundsDepthRecursionAndLength() {
        String deep = "[".repeat(50) + "]".repeat(50);
        String deeper = "[".repeat(100_000) + "]".repeat(100_000);

        assertThatThrownBy(() -> YamlText.tree(deep)).hasMessage("is nested deeper than 40 levels");
        assertThatThrownBy(() -> YamlText.tree(deeper)).isInstanceOf(NotYamlException.class);
        assertThatThrownBy(() -> YamlText.tree("&a [*a]")).hasMessage("is nested deeper than 40 levels");
        assertThatThrownBy(() -> YamlText.tree("'" + "x".repeat(YamlText.MAX_CHARACTERS) + "'"))
                .isInstanceOf(NotYamlException.class);
    }

    @Test
    void rejectsWhatJsonHasNot() {
        assertThatThrownBy(() -> YamlText.tree("a: .nan")).hasMessage("holds a value that is none of JSON's");
        assertThatThrownBy(() -> YamlText.tree("a\n---\nb")).isInstanceOf(NotYamlException.class);
        assertThatThrownBy(() -> YamlText.tree("{a: 1, a: 2}")).isInstanceOf(NotYamlException.class);
    }
}
