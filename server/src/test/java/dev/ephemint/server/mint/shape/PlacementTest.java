package dev.ephemint.server.mint.shape;

import static dev.ephemint.server.Fixtures.failureOf;
import static dev.ephemint.server.Fixtures.request;
import static dev.ephemint.server.Fixtures.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {

    @Test
    void derivesFlatOnlyMembersFromTheContract() {
        assertThat(Placement.FLAT_ONLY)
                .isEqualTo(Set.of(
                        "input_audio_format",
                        "input_audio_transcription",
                        "input_audio_noise_reduction",
                        "turn_detection",
                        "modalities",
                        "client_secret"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'session':{'type':'T','input_audio_transcription':{}}} | session.input_audio_transcription | It belongs in 'session.audio.input.transcription'.",
                "{'session':{'type':'T','turn_detection':null}} | session.turn_detection | It belongs in 'session.audio.input.turn_detection'.",
                "{'session':{'type':'R','input_audio_format':'pcm16'}} | session.input_audio_format | It belongs in 'session.audio.input.format'.",
                "{'session':{'type':'R','client_secret':{}}} | session.client_secret | It belongs in 'expires_after'.",
                "{'session':{'type':'R','modalities':[]}} | session.modalities | It belongs in 'session.output_modalities'.",
                "{'session':{'type':'T','modalities':[]}} | session.modalities | It has no place here.",
                "{'session':{'type':'T','session':{}}} | session.session | It has no place here.",
                "{'session':{'type':'T','expires_after':{}}} | session.expires_after | It belongs in 'expires_after'.",
                "{'session':{'type':'T','expires_in':600}} | session.expires_in | It belongs in 'expires_after.seconds'.",
                "{'expires_in':600,'session':{'type':'T'}} | expires_in | It belongs in 'expires_after.seconds'.",
                "{'session':{'type':'T','model':'m'}} | session.model | It belongs in 'session.audio.input.transcription.model'.",
                "{'session':{'type':'T','instructions':'i'}} | session.instructions | A transcription session does not have it.",
                "{'session':{'type':'T','audio':{'output':{}}}} | session.audio.output | A transcription session does not have it.",
                "{'session':{'type':'T','Model':'m'}} | session.Model | It belongs in 'session.audio.input.transcription.model'.",
                "{'session':{'type':'R','Model':'m'}} | session.Model | It is spelled 'session.model'.",
                "{'session':{'type':'R','InputAudio_Transcription':1}} | session.InputAudio_Transcription | It belongs in 'session.audio.input.transcription'.",
                "{'expire\u017f_after':{}} | expire\u017f_after | It is spelled 'expires_after'.",
                "{'session':{'type':'T','audio':{'input':{'transcription':{'\u212aeywords':[]}}}}} | session.audio.input.transcription.\u212aeywords | It is spelled 'session.audio.input.transcription.keywords'.",
                "{'session':{'type':'T','tools':[{'type':'function','x':1}]}} | session.tools | A transcription session does not have it.",
                "{'expiresAfter':{}} | expiresAfter | It is spelled 'expires_after'.",
                "{'session':{'type':'T','audio':{'input':{'turn-detection':{}}}}} | session.audio.input.turn-detection | It is spelled 'session.audio.input.turn_detection'.",
                "{'session':{'type':'R','audio':{'output':{'format':{'type':'audio/pcma','rate':8000}}}}} | session.audio.output.format.rate | It does not go with the type beside it.",
                "{'turn_detection':{}} | turn_detection | It belongs in 'session.audio.input.turn_detection'.",
                "{'type':'transcription'} | type | It belongs in 'session.type'.",
                "{'modalities':[]} | modalities | It has no place here.",
                "{'session':{'type':'R'},'model':'m'} | model | It belongs in 'session.model'.",
            })
    void rejectsAMisplacedMemberWithItsPlace(String body, String param, String hint) {
        MintRequest request = request(body.replace("'T'", "'transcription'").replace("'R'", "'realtime'"));

        assertThat(failureOf(() -> Placement.check(request)))
                .isEqualTo(
                        new InvalidRequest(param, "unknown_parameter", "Unknown parameter: '" + param + "'. " + hint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'session':{'type':'realtime','model':'m','instructions':'i','prompt':{'id':'p'},'include':[],'tools':[{'x':1}]}}",
                "{'session':{'type':'realtime','audio':{'output':{'x':1}}}}",
                "{'session':{'type':'realtime','audio':{'input':{'instructions':'i'}}}}",
                "{'session':{'type':'transcription','include':[],'x_flag':{'Model':1},'audio':{'x':1,'input':{'transcription':{'x':1}}}}}",
                "{'x':1}",
                "{}",
            })
    void passesOnUnknownMembers(String body) {
        assertThat(Placement.misplaced(request(body))).isEmpty();
    }

    /** Counts what is allocated, because seconds depend on the machine. */
    @Test
    void allocatesLinearlyInTheNumberOfUnknownMembers() {
        MintRequest few = withUnknownMembers(500);
        MintRequest many = withUnknownMembers(4_000);
        allocated(few);

        assertThat(allocated(many)).isLessThan(16 * allocated(few));
    }

    private static MintRequest withUnknownMembers(int count) {
        ObjectNode body = request("{'session':{'type':'transcription'}}").body();
        for (int i = 0; i < count; i++) {
            body.withObject("/session").put("x_flag_" + i, i);
        }
        return MintRequest.of(body);
    }

    private static long allocated(MintRequest request) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Placement.check(request);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void listsUnknownMembersByTheirPath() {
        assertThat(Placement.unknown(request("{'x':1,'session':{'type':'transcription','y':{'z':1}}}")))
                .containsExactly("x", "session.y");
    }

    @Test
    void readsEveryEntryOfTheData() {
        String entry =
                "{'shape':'flat','from':'a','to':'b','value':'copied','repair':true,'vendor':'v','source':'s','date':'d'}";
        byte[] json = tree("[" + entry + "," + entry + "]").toString().getBytes(StandardCharsets.UTF_8);

        assertThat(Misplacement.readOrFail(new ByteArrayInputStream(json))).hasSize(2);
    }

    @Test
    void rejectsInvalidPlacementData() {
        assertThatThrownBy(() -> Misplacement.readOrFail(new ByteArrayInputStream(new byte[] {'{'})))
                .isInstanceOf(UncheckedIOException.class);
    }
}
