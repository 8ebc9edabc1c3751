package dev.ephemint.server.doctor.diagnosis;

import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.at;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.code;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.dialect;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.finding;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.host;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.minting;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.param;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.says;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.status;

import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.mint.VendorName;
import java.util.List;

/** Failures at OpenAI. */
final class OpenAiDiagnoses {

    static final List<Diagnosis> ALL = List.of(
            openAi(
                    "openai.key_refused",
                    code("invalid_api_key").and(minting()),
                    "OpenAI does not know this key.",
                    "a published capture of its sockets; OpenAI's error codes",
                    "2026-09-18",
                    "Set OPENAI_API_KEY, or the file that openai.api-key-file names, to a key of your project, whole."),
            openAi(
                    "openai.key_missing",
                    says("missing bearer"),
                    "Neither key nor token reached OpenAI: a gateway removed the header authorization.",
                    "a published capture of its sockets",
                    "2026-09-18",
                    "Let the gateway before {host} forward the header authorization: Ephemint sends it."),
            openAi(
                    "openai.missing_scope",
                    says("missing scopes"),
                    "The key is restricted and lacks this permission.",
                    "openclaw issue 47372",
                    "2026",
                    "Give the key write permission for the endpoint /v1/realtime on OpenAI's page API keys, or use"
                            + " one without restrictions."),
            openAi(
                    "openai.unsupported_country",
                    code("unsupported_country_region_territory"),
                    "OpenAI does not serve the country that this machine's address belongs to.",
                    "OpenAI's error codes",
                    "2026",
                    "Run Ephemint where OpenAI is served, or set upstream.dialect=azure with your own resource."),
            openAi(
                    "openai.model_not_found",
                    code("model_not_found").or(status(404).and(code("invalid_model"))),
                    "OpenAI knows no model {model} that this project may use: a typing error, or a model that was"
                            + " shut down.",
                    "OpenAI's deprecations page; the code is of its other routes",
                    "2026-08-26",
                    "Check the name, and whether the project may use it (step model); whisper-1 and every"
                            + " gpt-4o-*transcribe* end on 2027-02-26. Or set mint.default-model to {alternatives}."),
            openAi(
                    "openai.model_not_listed",
                    finding(DoctorFinding.MODEL_NOT_LISTED),
                    "{host} does not list {model}: a typing error, a model that was shut down, or one that this project may"
                            + " not use.",
                    "GET /v1/models of the vendor itself",
                    "2026-10-27",
                    "Check the name and the project's limits; or set mint.default-model to {alternatives}."),
            openAi(
                    "openai.model_ends",
                    finding(DoctorFinding.MODEL_ENDS),
                    "The vendor's own list says that {model} is shut down on the date that this step names.",
                    "shutdown_date of GET /v1/models: a comparison of 90 models",
                    "2026-10-27",
                    "Set mint.default-model to {alternatives}, and try it before that day."),
            openAi(
                    "openai.beta_retired",
                    dialect(Dialect::isFlat)
                            .and(status(404))
                            .and(says("invalid url.*(transcription_sessions|realtime/sessions)")),
                    "OpenAI removed the beta; its mint returns 404.",
                    "OpenAI's deprecations page; three independent probes",
                    "2026-05-12",
                    "Set upstream.dialect=openai: it serves callers of transcription_sessions as well."),
            openAi(
                    "openai.path_changed",
                    minting().and(status(404)).and(host(VendorName.OPENAI::ownsHost)),
                    "OpenAI does not know the path that arrived, but Ephemint sent the right one.",
                    "OpenAI's response to any unknown path",
                    "2026",
                    "Find the component that changes paths on the way to {host}: a proxy (HTTPS_PROXY) or a firewall"
                            + " that inspects TLS."),
            openAi(
                    "openai.wrong_path",
                    minting().and(status(404)),
                    "There is no such path at {host}.",
                    "OpenAI's response to any unknown path",
                    "2026",
                    "Set upstream.url to https://api.openai.com, and let a gateway forward /v1/realtime/... unchanged."),
            openAi(
                    "openai.beta_header",
                    code("beta_api_shape_disabled"),
                    "The header OpenAI-Beta asks for the beta, which the socket closes with 4000.",
                    "a published capture",
                    "2026-09-18",
                    "Remove the header OpenAI-Beta (and the subprotocol openai-beta.realtime-v1): Ephemint sends neither,"
                            + " so a client or gateway adds it."),
            openAi(
                    "openai.transcription_model_in_session_model",
                    param("session.model").or(says("cannot be used as the realtime session model")),
                    "A transcription session has no session.model; the model belongs in the transcription.",
                    "OpenAI's published document; a published capture of 2026-09-18",
                    "2026-08-21",
                    "Keep {model} out of session.model, in session.audio.input.transcription.model only: check how a"
                            + " gateway before {host} changes the body."),
            openAi(
                    "openai.socket_query_taken_off",
                    at(StepName.SOCKET).and(code("missing_model")),
                    "The handshake requested neither a model nor a transcription: a gateway removed its query.",
                    "a published capture of its sockets",
                    "2026-09-18",
                    "Let the gateway before {host} forward ?intent=transcription, and the token in the header"
                            + " authorization."),
            openAi(
                    "openai.model_in_socket_query",
                    at(StepName.SOCKET).and(code("invalid_model")),
                    "The socket of a transcription does not accept model= in its query.",
                    "livekit/agents-js issue 1756; a published capture of 2026-09-18",
                    "2026-06-11",
                    "Connect to ?intent=transcription and nothing else: Ephemint does, so a gateway changes the query."));

    private OpenAiDiagnoses() {}

    private static Diagnosis openAi(
            String code, SymptomMatcher matcher, String cause, String source, String date, String fix) {
        return new Diagnosis(code, SymptomMatcher.vendor(VendorName.OPENAI).and(matcher), cause, source, date, fix);
    }
}
