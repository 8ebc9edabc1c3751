package dev.ephemint.server.policy.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ephemint.server.Fixtures;
import dev.ephemint.server.policy.model.RefusalCondition.LongerThan;
import dev.ephemint.server.policy.model.RefusalCondition.Matches;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RefusalConditionTest {

    private static final RefusalCondition BRACKETS = new Matches(Pattern.compile("[<>]"));

    @ParameterizedTest
    @ValueSource(strings = {"'<a>'", "[1,'b','<a>','<c>']"})
    void theFirstTextThatMatchesIsRefused(String member) {
        assertThat(BRACKETS.refused(MissingNode.getInstance(), member(member))).contains("<a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a'", "['b',null,5]", "[]", "5", "null", "{'x':'<a>'}"})
    void anyOtherMemberIsAccepted(String member) {
        assertThat(BRACKETS.refused(MissingNode.getInstance(), member(member))).isEmpty();
    }

    @Test
    void aTextOfMoreCharactersIsRefused() {
        RefusalCondition longer = new LongerThan(2);

        assertThat(longer.refused(MissingNode.getInstance(), member("'\uD83D\uDE00b'")))
                .isEmpty();
        assertThat(longer.refused(MissingNode.getInstance(), member("'abc'"))).contains("abc");
    }

    private static JsonNode member(String json) {
        return Fixtures.json("{'m':" + json + "}").get("m");
    }
}
