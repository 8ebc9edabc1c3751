package dev.ephemint.server.schema;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ephemint.contract.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a union, only violations of the intended branch are reported. */
class ContractUnionsTest {

    @Test
    void namesAMissingSessionType() {
        assertThat(request("{'session':{'audio':{}}}"))
                .containsExactly(new Violation(
                        "session.type", "missing_required_parameter", "Missing required parameter: 'session.type'."));
    }

    @Test
    void namesAnUnknownSessionType() {
        assertThat(request("{'session':{'type':'translation','tools':[]}}"))
                .containsExactly(new Violation(
                        "session.type",
                        "invalid_value",
                        "Invalid value for 'session.type'. Supported values are: 'realtime' and 'transcription'."));
    }

    @Test
    void namesATypeThatIsNotAString() {
        assertThat(request("{'session':{'type':5}}"))
                .extracting(Violation::param)
                .containsExactly("session.type");
    }

    @Test
    void namesMembersMissingInBothBranches() {
        assertThat(request("{'session':{'audio':{'input':{'format':{}}}}}"))
                .extracting(Violation::param, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("session.type", "missing_required_parameter"),
                        tuple("session.audio.input.format.type", "missing_required_parameter"));
    }

    @Test
    void rejectsAnyStringButInf() {
        assertThat(request("{'session':{'type':'realtime','max_output_tokens':'secret'}}"))
                .containsExactly(new Violation(
                        "session.max_output_tokens",
                        "invalid_value",
                        "Invalid value for 'session.max_output_tokens'. Supported values are: 'inf'."));
    }

    private static List<Violation> request(String body) {
        return ContractSchema.of(Document.CONTRACT).validate("ClientSecretRequest", json(body));
    }
}
