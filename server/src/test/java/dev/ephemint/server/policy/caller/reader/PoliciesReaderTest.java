package dev.ephemint.server.policy.caller.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.policy.caller.RulePath;
import dev.ephemint.server.policy.caller.reader.PoliciesReader.Result;
import dev.ephemint.server.settings.reader.Nearest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PoliciesReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "session.tols | {'absent':true} | the contract has no such member, did you mean session.tools?",
                "Session.tools | {'absent':true} | the contract has no such member, did you mean session.tools?",
                "session.audio.input.transcription.languag | {'constant':'en'} | the contract has no such member, did you mean session.audio.input.transcription.language?",
                "input_audio_format | {'constant':'pcm16'} | the contract has no such member",
                "session.type | {'constant':'realtime'} | set session-types instead",
                "expires_after.seconds | {'max':60} | set lifetime instead",
                "session | {'absent':true} | name a member of the session",
                "session.tools | {'required':false} | says nothing: set constant, allowed, absent, a bound, default or required",
                "session.tools | {'absent':true,'max-items':1} | constant or absent leaves nothing to decide for the other settings beside it",
                "session.include | {'constant':[],'default':[]} | constant or absent leaves nothing to decide for the other settings beside it",
                "session.tools | {'absent':true,'required':true} | cannot be both required and absent",
                "session.tools | {'max-length':1} | max-length is for texts, and the member is none",
                "session.instructions | {'max-items':1} | max-items is for lists, and the member is none",
                "session.audio.input.noise_reduction.strength | {'min':0.5,'max':0.25} | min must not be greater than max",
                "session.include[] | {'required':true} | default, required and absent are not for the items of a list",
                "session.include[] | {'absent':true} | default, required and absent are not for the items of a list",
                "session.include[] | {'default':'a'} | default, required and absent are not for the items of a list",
            })
    void reportsARuleThatMakesNoSense(String member, String rule, String problem) {
        assertThat(read("{'p':{'members':{'" + member + "':" + rule + "}}}").problems())
                .containsExactly("policies.p.members." + member + ": " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "session.audio.input.noise_reduction.strength | {'max':2} | max: the contract does not allow this value: Invalid '': decimal above maximum value. Expected a value <= 1.",
                "session.tools | {'constant':'none'} | constant: the contract does not allow this value: Invalid type: expected an array, but got a string instead.",
                "session.include | {'default':[1]} | default: the contract does not allow this value: Invalid type for '[0]': expected a string, but got an integer instead.",
                "session.output_modalities[] | {'allowed':['text',7]} | allowed[1]: the contract does not allow this value: Invalid type: expected a string, but got an integer instead.",
                "session.include | {'max-items':0,'default':['a']} | default: is outside the rule itself",
                "session.instructions | {'max-length':1,'on-violation':'cap'} | on-violation: cannot cap: a text is not cut, and a value outside allowed needs a default to replace it",
                "session.instructions | {'required':true,'on-violation':'cap'} | on-violation: cannot cap: a text is not cut, and a value outside allowed needs a default to replace it",
                "session.instructions | {'allowed':['a'],'on-violation':'cap'} | on-violation: cannot cap: a text is not cut, and a value outside allowed needs a default to replace it",
            })
    void reportsAValueThatTheContractOrTheRuleRefuses(String member, String rule, String problem) {
        assertThat(read("{'p':{'members':{'" + member + "':" + rule + "}}}").problems())
                .containsExactly("policies.p.members." + member + "." + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'lifetime':{'min-seconds':60,'max-seconds':30}} | lifetime: min-seconds must not be greater than max-seconds",
                "{'lifetime':{'max-seconds':30,'default-seconds':60}} | lifetime: default-seconds must be from min-seconds to max-seconds",
                "{'models':['a'],'members':{'session.model':{'default':'b'}}} | members.session.model: is no model of policies.p.models",
                "{'members':{'session.audio':{'absent':true},'session.audio.input':{'required':true}}} | members.session.audio.input: has no effect, because session.audio is constant or absent",
                "{'members':{'session.tools':{'constant':[]},'session.tools[].type':{'allowed':['a']}}} | members.session.tools[].type: has no effect, because session.tools is constant or absent",
            })
    void reportsRulesThatContradictEachOther(String policy, String problem) {
        assertThat(read("{'p':" + policy + "}").problems()).containsExactly("policies.p." + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "session.max_output_tokens | {'min':1}",
                "session.max_output_tokens | {'min':5,'max':5}",
                "session.max_output_tokens | {'min':1,'max':5}",
            })
    void readsARuleThatMakesSense(String member, String rule) {
        assertThat(read("{'p':{'members':{'" + member + "':" + rule + "}}}").problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'lifetime':{'min-seconds':60,'max-seconds':60,'default-seconds':60}}",
                "{'models':['a'],'members':{'session.model':{'default':'a'},'session.instructions':{'default':'b'}}}",
                "{'members':{'session.tools':{'max-items':1},'session.tools[].type':{'allowed':['function']}}}",
            })
    void readsRulesThatAgree(String policy) {
        assertThat(read("{'p':" + policy + "}").problems()).isEmpty();
    }

    /** The contract has no such member today. */
    @Test
    void aMemberOfAnyTypeMayBeAText() {
        assertThat(new ContractPath(new RulePath("session.x"), Set.of(), List.of(), Set.of()).mayBe("string"))
                .isTrue();
    }

    @Test
    void reportsEverythingAtOnce() {
        Result result = read("{'a':{'members':{'session.x':{'absent':true},'session.y':{'absent':true}}},"
                + "'b':{'lifetime':{'min-seconds':60,'max-seconds':30}}}");

        assertThat(result.problems()).hasSize(3);
    }

    @Test
    void readsNoPolicyFromNoSection() {
        Result result = new PoliciesReader(Nearest::of).read(Fixtures.json("{}").path("policies"));

        assertThat(result.problems()).isEmpty();
        assertThat(result.policies().areConfigured()).isFalse();
    }

    @Test
    void knowsEachMemberOfTheContractWithTheSessionsThatHaveIt() {
        ContractPaths paths = ContractPaths.get();

        assertThat(paths.names())
                .contains("session.tools[].server_url", "session.include[]", "session.tracing.metadata")
                .doesNotContain("session.Tools");
        assertThat(paths.find("session.instructions").orElseThrow().sessions()).containsExactly("realtime");
        assertThat(paths.find("session.audio.input.format.rate").orElseThrow().sessions())
                .containsExactlyInAnyOrder("realtime", "transcription");
    }

    @Test
    void knowsEachMemberThatNamesAModel() {
        assertThat(ContractPaths.get().names())
                .filteredOn(path -> path.endsWith(".model"))
                .containsExactlyInAnyOrder("session.model", "session.audio.input.transcription.model");
    }

    private static Result read(String section) {
        return new PoliciesReader(Nearest::of).read(Fixtures.json(section));
    }
}
