package dev.ephemint.server.policy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.mint.VendorName;
import dev.ephemint.server.policy.model.ModelFact.ClientCommits;
import dev.ephemint.server.policy.model.ModelFact.NoWebRtc;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The data itself, and what an operator's own file must look like. */
class ModelRulesTest {

    @Test
    void builtInRulesHaveVendorSourceDateAndGrade() {
        assertThat(ModelRules.builtIn().all()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.vendors()).isNotEmpty();
            assertThat(rule.evidence().source()).isNotBlank();
            assertThat(rule.evidence().date()).matches("\\d{4}(-\\d{2}){0,2}");
            assertThat(rule.evidence().grade()).isNotNull();
            assertThat(rule.facts()).isNotEmpty();
        });
    }

    @Test
    void reportsFactsPerVendorAndDeployment() {
        ModelFacts openAi = ModelRules.builtIn().at(Optional.of(VendorName.OPENAI), Map.of());
        ModelFacts azure =
                ModelRules.builtIn().at(Optional.of(VendorName.AZURE), Map.of("gpt-live-transcribe", "my-live"));

        assertThat(openAi.transcribes("whisper-1")).isTrue();
        assertThat(openAi.transcribes("gpt-realtime")).isFalse();
        assertThat(ModelRules.builtIn().transcribes("whisper")).isTrue();
        assertThat(ModelRules.builtIn().transcribes("gpt-realtime")).isFalse();
        assertThat(openAi.of("gpt-live-transcribe", ClientCommits.class)).hasSize(1);
        assertThat(azure.of("my-live", ClientCommits.class)).isEmpty();
        assertThat(openAi.of("gpt-transcribe", NoWebRtc.class)).hasSize(1);
        assertThat(azure.of("gpt-transcribe", NoWebRtc.class)).isEmpty();
        assertThat(azure.model("my-live")).hasValue("gpt-live-transcribe");
        assertThat(openAi.retirements("gpt-4o-transcribe")).singleElement().satisfies(retirement -> {
            assertThat(retirement.day()).isEqualTo(LocalDate.of(2027, 2, 26));
            assertThat(retirement.successors()).containsExactly("gpt-live-transcribe", "gpt-transcribe");
            assertThat(retirement.isPastOn(LocalDate.of(2027, 2, 26))).isFalse();
        });
    }

    @Test
    void readsRulesInTheFormatOfTheFirstRelease() throws IOException {
        ModelRules rules = ModelRules.read(json("[{'model':'m','transcribes':true,'source':'me'}]"));

        assertThat(rules.all())
                .singleElement()
                .isEqualTo(new ModelRule(
                        Set.of("m"),
                        Set.of(),
                        Set.of("transcription"),
                        new Evidence("me", null, null),
                        List.of(new ModelFact.Transcribes())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | must be a list of entries",
                "[{'model':'m','source':'s','surprise':1}] | entry 1 (`m`): surprise: unknown member; known are [client_commits, date,",
                "[{'source':'s'},{'model':'m'}] | entry 2 (`m`): source: Missing required creator property 'source'",
                "[{'model':'m','source':'s','refuses':[{'param':'session.include'}]}] | entry 1 (`m`): refuses[0].code: Missing required creator property 'code'",
                "[{'models':['a','b'],'source':'s','retires':'soon'}] | entry 1 ([`a`,`b`]): retires: must be a day such as 2027-02-26, got 'soon'",
                "[{'source':'s','notices':[{'param':'p','code':'c','message':'m','ends':'5'}]}] | entry 1: ends: must be a day",
                "[{'model':'m','models':['n'],'source':'s'}] | entry 1 (`m`): model: cannot stand beside models",
                "[{'model':'m','source':'s','vendors':['google']}] | entry 1 (`m`): vendors: must be one of azure, openai, got 'google'",
                "[{'model':'m','source':'s','sessions':['live']}] | entry 1 (`m`): sessions: must be one of realtime, transcription, got 'live'",
                "[{'model':'m','source':'s','grade':'SURE'}] | entry 1 (`m`): grade: must be one of DOC, INF, REC, RPT, got 'SURE'",
                "[{'models':[null],'source':'s'}] | entry 1 ([null]): models[0]: Invalid",
                "[{'model':'m','source':'s','refuses':[{'param':'p','code':'c','message':'m','matches':'['}]}] | entry 1 (`m`): Unclosed character class",
                "[5] | entry 1: Cannot construct instance",
                "no json | Unrecognized token",
            })
    void namesTheInvalidEntryAndMember(String rules, String message) {
        assertThatThrownBy(() -> ModelRules.read(json(rules)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(message.replace('`', '"'));
    }

    @Test
    void failsOnUnreadableBuiltInRules() {
        assertThatThrownBy(() -> ModelRules.readOrFail(json("no json"))).isInstanceOf(UncheckedIOException.class);
    }

    private static InputStream json(String text) {
        return new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
