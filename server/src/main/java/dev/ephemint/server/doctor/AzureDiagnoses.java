package dev.ephemint.server.doctor;

import static dev.ephemint.server.doctor.Sign.at;
import static dev.ephemint.server.doctor.Sign.code;
import static dev.ephemint.server.doctor.Sign.credential;
import static dev.ephemint.server.doctor.Sign.location;
import static dev.ephemint.server.doctor.Sign.mark;
import static dev.ephemint.server.doctor.Sign.param;
import static dev.ephemint.server.doctor.Sign.says;
import static dev.ephemint.server.doctor.Sign.status;
import static dev.ephemint.server.doctor.Sign.statusClass;

import java.util.List;

/** What is known of Azure. */
final class AzureDiagnoses {

    static final List<Diagnosis> ALL = List.of(
            new Diagnosis(
                    "azure.api_version_on_ga",
                    mark(Mark.SETTINGS)
                            .and(says("must not hold api-version"))
                            .or(Sign.azure()
                                    .and(at(StepName.SOCKET))
                                    .and(status(401))
                                    .and(says("access token is missing"))),
                    "Azure answers 401 to a handshake on its GA address that carries api-version, whatever the key.",
                    "Microsoft's migration guide, part 1; livekit/agents pull request 5228",
                    "2026-07-29",
                    "Take api-version off upstream.url, and off whatever a gateway adds to /openai/v1/realtime (only the"
                            + " dialect azure-preview has one, in azure.api-version); where nothing adds it, see that the"
                            + " token arrives in the header authorization."),
            azure(
                    "azure.ephemeral_required",
                    status(401).and(says("ephemeral")),
                    "This socket takes ephemeral tokens only, and the minted one did not reach it as such.",
                    "litellm issue 38635; a probe of 2026-06-10",
                    "2026-08-28",
                    "Let the token through: whatever stands before {host} must pass the header authorization on and must"
                            + " not put api-key in its place."),
            azure(
                    "azure.keys_disabled",
                    code("AuthenticationTypeDisabled"),
                    "Key based authentication is switched off for this resource (disableLocalAuth).",
                    "browser-use issue 1295; litellm issue 21814",
                    "2026",
                    "Set azure.credential=entra, or have keys allowed on the resource."),
            azure(
                    "azure.missing_role",
                    code("PermissionDenied").or(says("principal does not have access|lacks the required data action")),
                    "The token is good, and its owner has no role that reaches the data; Owner and Contributor do not.",
                    "Microsoft's troubleshooting of Entra for Foundry models",
                    "2026-09-20",
                    "Give the object id of the step credential the role Cognitive Services OpenAI User (or Cognitive"
                            + " Services User) on the resource, and wait five minutes."),
            azure(
                    "azure.token_refused",
                    mark(Mark.OTHER_AUDIENCE_REFUSED),
                    "The resource takes a token of neither documented audience.",
                    "azure-sdk-for-python issue 40260: its text names more than the audience",
                    "2025",
                    "See that the identity of the step credential belongs to the tenant of the resource {host}, and that"
                            + " this machine's clock is right."),
            azure(
                    "azure.wrong_audience",
                    status(401).and(credential("entra")).and(says("audience")),
                    "The resource does not take a token of this audience.",
                    "azure-sdk-for-python issue 40260; Microsoft's pages name two scopes",
                    "2026-09-20",
                    "Set azure.entra-scope={other-scope}."),
            azure(
                    "azure.key_refused",
                    status(401)
                            .and(credential("api-key"))
                            .and(at(StepName.MINT_BARE).or(at(StepName.MINT_FULL))),
                    "Azure does not know this key, or it is another resource's.",
                    "Azure's text on its other routes, not recorded on a realtime one",
                    "2026",
                    "Set azure.api-key (AZURE_OPENAI_API_KEY) to a key of the resource {host}, from its page Keys and"
                            + " Endpoint."),
            azure(
                    "azure.deployment_not_found",
                    code("DeploymentNotFound"),
                    "There is no deployment {model}: neither the mint nor session.updated looks, only audio does.",
                    "a cassette of pydantic-ai; chatbox issue 646",
                    "2026-07-24",
                    "Deploy a transcription model under the name {model}, or name yours in azure.deployments as"
                            + " <model>=<deployment>; a new one takes up to five minutes."),
            azure(
                    "azure.operation_not_supported",
                    code("Opp?erationNotSupported"),
                    "A transcription deployment stands where a realtime model belongs, or the deployment is not online.",
                    "Microsoft Q&A 5916641 and 5828199, in both spellings",
                    "2026-06-05",
                    "Take {model} out of session.model and out of the socket's query (model=, deployment=): it belongs in"
                            + " session.audio.input.transcription.model, with ?intent=transcription."),
            azure(
                    "azure.invalid_session_type",
                    code("InvalidSessionType"),
                    "Azure mints for session.type realtime and transcription only, and got neither.",
                    "a probe in France Central; a test report of 2026-05-11",
                    "2026-06-10",
                    "Send session.type=transcription: something between Ephemint and {host} takes it out or renames it."),
            azure(
                    "azure.transcription_model_in_session_model",
                    statusClass(5).and(mark(Mark.ONLY_WITH_MODEL)),
                    "Azure answers 500 where a transcription deployment stands in session.model; here it fails only with"
                            + " a model named.",
                    "a test report from East US 2 and France Central",
                    "2026-05-11",
                    "Keep {model} out of session.model: see what a gateway before {host} makes of the body."),
            azure(
                    "azure.mint_500_with_transcription",
                    statusClass(5).and(mark(Mark.ONLY_WITH_BLOCK)),
                    "Azure answers 500 to a mint with a transcription block, and mints without it.",
                    "Microsoft Q&A 5908916",
                    "2026-06-02",
                    "Leave mint.defer=true: the token is minted without the block, and connect.first_events sets it."),
            azure(
                    "azure.redirect_drops_openai",
                    statusClass(3).and(location("^([a-z]+://[^/]+)?/v1/realtime")),
                    "Azure's preview socket redirects to an address without /openai, where nothing is.",
                    "Microsoft Q&A 5916641, confirmed there as a fault of its routing",
                    "2026-06",
                    "Set upstream.dialect=azure: GA's socket does not redirect. Never follow the redirect."),
            azure(
                    "azure.openai_beta_header",
                    at(StepName.SESSION_UPDATE)
                            .and(code("unknown_parameter"))
                            .and(param("session.type").or(says("'session\\.type'"))),
                    "The socket speaks the beta's schema: the header OpenAI-Beta pins it, on the GA address too.",
                    "Microsoft's migration guide; litellm pull request 40615",
                    "2026-07-29",
                    "Remove the header OpenAI-Beta: Ephemint sends none, so a client or gateway adds it."),
            azure(
                    "azure.wrong_path",
                    status(404).and(says("resource not found")),
                    "The host is Azure's, and there is no such path on it.",
                    "litellm issue 24659; a probe of /openai/realtime/sessions",
                    "2026-06-10",
                    "Set upstream.url to the resource alone, https://<resource>.openai.azure.com, and let a gateway pass"
                            + " /openai/v1/realtime/... on as it is."),
            azure(
                    "azure.wrong_host",
                    status(404),
                    "Nothing realtime is at {host}: services.ai.azure.com, for one, answered 404.",
                    "a probe in a public file",
                    "2026-08-03",
                    "Set upstream.url to https://<resource>.openai.azure.com, the only host that realtime was seen on."),
            azure(
                    "azure.preview_transcription_failed",
                    mark(Mark.TRANSCRIPTION_FAILED).and(code("")),
                    "The transcript failed without a code: seen where the transcription model was not deployed.",
                    "openai-agents-js issue 297",
                    "2025-08-05",
                    "Deploy {model}, or name your deployment in azure.deployments; better, set upstream.dialect=azure,"
                            + " which says why."));

    private AzureDiagnoses() {}

    private static Diagnosis azure(String code, Sign sign, String cause, String source, String date, String cure) {
        return new Diagnosis(code, Sign.azure().and(sign), cause, source, date, cure);
    }
}
