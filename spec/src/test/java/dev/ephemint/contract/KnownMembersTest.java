package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known members are found through references, unions and arrays; free-form objects have no unknown ones. */
final class KnownMembersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'session':{'type':'transcription','instructions':'x','include':[]}} | session.instructions",
                "{'session':{'type':'realtime','instructions':'x','x':1}} | session.x",
                "{'session':{'type':'transcription','audio':{'output':{},'input':{'format':{'type':'a','bits':1}}}}} | session.audio.output session.audio.input.format.bits",
                "{'session':{'type':'realtime','tools':[{'type':'function'},{'x':1}]}} | session.tools[1].x",
                "{'session':{'type':'realtime','tools':[{'parameters':{'any':{'thing':1}}}],'tracing':{'metadata':{'a':1},'b':2}}} | session.tracing.b",
                "{'x':{'y':1},'session':5,'expires_after':[{'z':1}]} | x",
                "{'session':{'type':'transcription','audio':{'input':{'format':{'type':'audio/pcmu','rate':8000}}}}} | session.audio.input.format.rate",
                "{'session':{'type':'realtime','include':[{'x':1}],'audio':{'input':{'turn_detection':{'type':'server_vad','x':1}}}}} | session.audio.input.turn_detection.x",
            })
    void findsUnknownMembersOfTheSessionType(String body, String unknown) throws Exception {
        var tree = ContractJson.mapper().readTree(body.replace('\'', '"'));

        assertThat(KnownMembers.of("ClientSecretRequest").unknownIn(tree))
                .extracting(KnownMembers.Unknown::path)
                .containsExactly(unknown.split(" "));
    }

    @Test
    void listsTheNamesOfAllBranchesOfAUnion() {
        assertThat(KnownMembers.of("SessionRequest").names()).contains("type", "audio", "instructions");
    }

    @Test
    void rejectsASchemaThatTheContractDoesNotHave() {
        assertThatThrownBy(() -> KnownMembers.of("Nothing")).isInstanceOf(IllegalArgumentException.class);
    }
}
