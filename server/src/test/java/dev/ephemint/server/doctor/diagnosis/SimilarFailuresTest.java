package dev.ephemint.server.doctor.diagnosis;

import static dev.ephemint.server.Fixtures.reply;
import static dev.ephemint.server.doctor.diagnosis.StepName.MINT_BARE;
import static dev.ephemint.server.doctor.diagnosis.StepName.MINT_FULL;
import static dev.ephemint.server.doctor.diagnosis.StepName.SOCKET;
import static dev.ephemint.server.doctor.diagnosis.StepName.SPEECH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.doctor.DoctorFixture;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Similar responses with different causes, by step, dialect or credential. */
class SimilarFailuresTest {

    private static final UpstreamReply NOTHING_THERE =
            reply(404, "{'error':{'code':'404','message':'Resource not found'}}");
    private static final UpstreamReply NO_MODEL =
            reply(404, "{'error':{'code':'model_not_found','message':'The model m does not exist.'}}");
    private static final UpstreamReply INVALID_URL =
            reply(404, "{'error':{'code':null,'message':'Invalid URL (POST /v1/x)'}}");
    private static final UpstreamReply NO_DEPLOYMENT =
            reply(404, "{'error':{'code':'DeploymentNotFound','message':'The API deployment does not exist.'}}");
    private static final UpstreamReply NO_TOKEN = reply(
            401,
            "{'statusCode':401,'message':'Unauthorized. Access token is missing, invalid, audience is incorrect (x), or"
                    + " have expired.'}");
    private static final UpstreamReply STRANGER = reply(401, "{'error':{'code':'401','message':'No.'}}");
    private static final UpstreamReply OPENAI_STRANGER =
            new UpstreamReply(401, Map.of("openai-version", "2020-10-01"), "");
    private static final UpstreamReply DENIED = reply(403, "{'error':{'code':'PermissionDenied','message':'No.'}}");
    private static final UpstreamReply MOVED =
            new UpstreamReply(302, Map.of("location", "wss://h/v1/realtime?intent=transcription"), "");
    private static final UpstreamReply NO_KEY =
            reply(401, "{'error':{'code':null,'message':'Missing bearer or basic authentication in header'}}");

    @ParameterizedTest
    @MethodSource({"byStep", "byDialect", "byCredential"})
    void areDistinguished(String code, Symptom symptom) {
        assertThat(Diagnoses.of(symptom).code()).isEqualTo(code);
    }

    static Stream<Arguments> byStep() {
        return Stream.of(
                arguments("openai.wrong_path", seen("openai", MINT_FULL, INVALID_URL)),
                arguments("openai.model_not_found", seen("openai", MINT_FULL, NO_MODEL)),
                arguments("socket.not_found", seen("openai", SOCKET, INVALID_URL)),
                arguments("azure.wrong_path", seen("azure", MINT_BARE, NOTHING_THERE)),
                arguments("azure.wrong_host", seen("azure", MINT_BARE, reply(404, "{}"))),
                arguments("socket.not_found", seen("azure", SOCKET, NOTHING_THERE)),
                arguments("socket.not_found", seen("azure", SOCKET, reply(404, "{}"))),
                arguments("azure.deployment_added", seen("azure", MINT_BARE, NO_DEPLOYMENT)),
                arguments("azure.deployment_added", seen("azure", SOCKET, NO_DEPLOYMENT)),
                arguments("azure.deployment_not_found", seen("azure", SPEECH, NO_DEPLOYMENT)),
                arguments("openai.key_missing", seen("openai", MINT_BARE, NO_KEY)),
                arguments("openai.key_missing", seen("openai", SOCKET, NO_KEY)));
    }

    static Stream<Arguments> byDialect() {
        return Stream.of(
                arguments("azure.redirect_drops_openai", seen("azure-preview", SOCKET, MOVED)),
                arguments("vendor.redirected", seen("azure-preview", MINT_BARE, MOVED)),
                arguments("vendor.redirected", seen("azure", SOCKET, MOVED)),
                arguments("azure.api_version_on_ga", seen("azure", SOCKET, NO_TOKEN)),
                arguments("socket.token_refused", seen("azure-preview", SOCKET, NO_TOKEN)),
                arguments("config.openai_dialect_at_azure", seen("openai", MINT_BARE, NOTHING_THERE)),
                arguments("config.openai_dialect_at_azure", seen("openai", MINT_BARE, NO_DEPLOYMENT)),
                arguments("openai.wrong_path", seen("openai", MINT_BARE, reply(404, "{'code':404,'message':'x'}"))),
                arguments("config.azure_dialect_at_openai", seen("azure", MINT_BARE, INVALID_URL)),
                arguments("config.azure_dialect_at_openai", seen("azure", MINT_BARE, OPENAI_STRANGER)));
    }

    static Stream<Arguments> byCredential() {
        return Stream.of(
                arguments("azure.key_refused", seen("azure", MINT_BARE, STRANGER)),
                arguments("azure.token_refused", withEntra(STRANGER)),
                arguments("azure.token_refused", withEntra(NO_TOKEN)),
                arguments("azure.wrong_audience", withEntra(NO_TOKEN).with(DoctorFinding.OTHER_AUDIENCE_TAKEN)),
                arguments("azure.missing_role", withEntra(DENIED)),
                arguments("azure.key_forbidden", seen("azure", MINT_BARE, DENIED)));
    }

    private static Symptom seen(String dialect, StepName step, UpstreamReply reply) {
        return Symptom.of(step, new DiagnosisContext(DoctorFixture.dialect(dialect), "h", "m", "api-key", ""))
                .with(reply);
    }

    private static Symptom withEntra(UpstreamReply reply) {
        return Symptom.of(MINT_BARE, new DiagnosisContext(DoctorFixture.dialect("azure"), "h", "m", "entra", "s"))
                .with(reply);
    }
}
