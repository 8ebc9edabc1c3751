package dev.ephemint.server.doctor.diagnosis;

import static dev.ephemint.server.doctor.diagnosis.Diagnosis.azure;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.at;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.code;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.dialect;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.finding;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.host;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.location;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.minting;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.param;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.says;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.status;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.statusClass;

import dev.ephemint.server.dialect.Dialect;
import java.util.List;
import java.util.regex.Pattern;

/** Failures at Azure after authentication. */
final class AzureDiagnoses {

    /** The form that upstream.url should have; a fix that proposes it is useless if it is in use. */
    private static final Pattern RESOURCE = Pattern.compile("[\\w-]+\\.openai\\.azure\\.(com|us|cn)");

    static final List<Diagnosis> ALL = List.of(
            azure(
                    "azure.deployment_added",
                    code("DeploymentNotFound").and(minting().or(at(StepName.SOCKET))),
                    "Azure reports a missing deployment, but Ephemint names none: a gateway adds one, or the path"
                            + " leads to another operation.",
                    "chatbox issue 646; a probe of /translations/client_secrets",
                    "2026-06-10",
                    "Check that nothing before {host} adds session.model, model= or deployment=, and that requests"
                            + " arrive at /openai/v1/realtime/...; if only mint_full fails, deploy {model} or name yours in"
                            + " azure.deployments."),
            azure(
                    "azure.deployment_not_found",
                    code("DeploymentNotFound"),
                    "There is no deployment {model}: only audio reveals it, neither the mint nor session.updated"
                            + " checks.",
                    "a cassette of pydantic-ai; chatbox issue 646",
                    "2026-07-24",
                    "Deploy a transcription model under the name {model}, or name yours in azure.deployments as"
                            + " <model>=<deployment>; a new one takes up to five minutes."),
            azure(
                    "azure.operation_not_supported",
                    code("Opp?erationNotSupported"),
                    "A transcription deployment is used where a realtime model is required, or the deployment is not"
                            + " online.",
                    "Microsoft Q&A 5916641 and 5828199, in both spellings",
                    "2026-06-05",
                    "Remove {model} from session.model and from the socket's query (model=, deployment=): it belongs"
                            + " in session.audio.input.transcription.model, with ?intent=transcription."),
            azure(
                    "azure.invalid_session_type",
                    code("InvalidSessionType"),
                    "Azure mints for session.type realtime and transcription only, and received neither.",
                    "a probe in France Central; a test report of 2026-05-11",
                    "2026-06-10",
                    "Send session.type=transcription: a gateway before {host} removes or renames it."),
            azure(
                    "azure.transcription_model_in_session_model",
                    statusClass(5).and(finding(DoctorFinding.ONLY_WITH_MODEL)),
                    "Azure returns 500 if session.model names a transcription deployment, and for some transcription"
                            + " blocks regardless of their content; here it fails only if a model is named.",
                    "a test report from East US 2 and France Central",
                    "2026-05-11",
                    "Ephemint never puts {model} into session.model: check how a gateway before {host} changes the"
                            + " body. If there is none, the block itself is the cause: leave mint.defer at its default, true."),
            azure(
                    "azure.mint_500_with_transcription",
                    statusClass(5).and(finding(DoctorFinding.ONLY_WITH_BLOCK)),
                    "Azure returns 500 to a mint with a transcription block, and mints without it.",
                    "Microsoft Q&A 5908916",
                    "2026-06-02",
                    "Leave mint.defer at its default, true: the token is minted without the block, and connect.first_events sets"
                            + " it."),
            azure(
                    "azure.redirect_drops_openai",
                    dialect(Dialect::isFlat)
                            .and(at(StepName.SOCKET))
                            .and(statusClass(3))
                            .and(location("^([a-z]+://[^/]+)?/v1/realtime")),
                    "Azure's preview socket redirects to an address without /openai, which does not exist.",
                    "Microsoft Q&A 5916641, confirmed there as a fault of its routing",
                    "2026-06",
                    "Set upstream.dialect=azure: GA's socket does not redirect. Never follow the redirect."),
            azure(
                    "azure.openai_beta_header",
                    at(StepName.SESSION_UPDATE)
                            .and(code("unknown_parameter"))
                            .and(param("session.type").or(says("'session\\.type'"))),
                    "The socket uses the beta's schema: it is the preview's, or the header OpenAI-Beta selects it on"
                            + " the GA address too.",
                    "Microsoft's migration guide; litellm pull request 40615; pipecat pull request 1324",
                    "2026",
                    "Remove the header OpenAI-Beta: Ephemint sends none, so a client or gateway adds it. If none"
                            + " does, route /openai/v1/realtime unchanged, and not to the preview's /openai/realtime."),
            azure(
                    "azure.no_realtime",
                    minting().and(status(404)).and(host(name -> RESOURCE.matcher(name)
                            .matches())),
                    "The resource {host} has no realtime mint, or a proxy changed the path.",
                    "a probe of /openai/realtime/sessions; Microsoft's region table",
                    "2026-06-11",
                    "Create the resource in a region that has realtime models (Canada Central, Central US, East US 2, France"
                            + " Central, Sweden Central, South India), and look for a proxy that changes paths."),
            azure(
                    "azure.wrong_path",
                    minting().and(status(404)).and(says("resource not found")),
                    "The host is Azure's, but this path does not exist on it.",
                    "litellm issue 24659; a probe of /openai/realtime/sessions",
                    "2026-06-10",
                    "Set upstream.url to the resource alone, https://<resource>.openai.azure.com, and let a gateway"
                            + " forward /openai/v1/realtime/... unchanged."),
            azure(
                    "azure.wrong_host",
                    minting().and(status(404)),
                    "{host} does not serve realtime: services.ai.azure.com, for one, returned 404.",
                    "a probe in a public file",
                    "2026-08-03",
                    "Set upstream.url to https://<resource>.openai.azure.com, the only host known to serve realtime."),
            azure(
                    "azure.preview_transcription_failed",
                    dialect(Dialect::isFlat)
                            .and(finding(DoctorFinding.TRANSCRIPTION_FAILED))
                            .and(code("")),
                    "The transcript failed without a code, as reported when the transcription model was not deployed.",
                    "openai-agents-js issue 297",
                    "2025-08-05",
                    "Deploy {model}, or name your deployment in azure.deployments; better, set"
                            + " upstream.dialect=azure, which reports the reason."));

    private AzureDiagnoses() {}
}
