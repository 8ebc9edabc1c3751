package dev.ephemint.server.doctor.diagnosis;

import static dev.ephemint.server.doctor.diagnosis.Diagnosis.azure;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.at;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.code;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.credential;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.dialect;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.finding;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.minting;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.says;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.status;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.vendor;

import dev.ephemint.server.mint.VendorName;
import java.util.List;

/** What is known of who is let in at Azure. */
final class AzureAccessDiagnoses {

    private static final SymptomMatcher NO_PERMISSION =
            code("PermissionDenied").or(says("principal does not have access|lacks the required data action"));

    static final List<Diagnosis> ALL = List.of(
            new Diagnosis(
                    "azure.api_version_on_ga",
                    finding(Finding.SETTINGS)
                            .and(says("must not hold api-version"))
                            .or(vendor(VendorName.AZURE)
                                    .and(dialect(dialect -> !dialect.isFlat()))
                                    .and(at(StepName.SOCKET))
                                    .and(status(401))
                                    .and(says("access token is missing"))),
                    "Azure answers 401 to a handshake on its GA address that carries api-version, whatever the key.",
                    "Microsoft's migration guide; livekit/agents pull request 5228",
                    "2026",
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
                    credential("entra").and(NO_PERMISSION),
                    "The token is good, and its owner has no role that reaches the data; Owner and Contributor do not.",
                    "Microsoft's troubleshooting of Entra for Foundry models",
                    "2026",
                    "Give the object id of the step credential the role Cognitive Services OpenAI User (or Cognitive"
                            + " Services User) on the resource, and wait five minutes."),
            azure(
                    "azure.key_forbidden",
                    credential("api-key").and(minting()).and(NO_PERMISSION.or(status(403))),
                    "The resource may know this key, and does not let it do this from here.",
                    "its status, not recorded with a key",
                    "2026-11-21",
                    "See whether the network rules of the resource {host} let this machine in, and what its message says;"
                            + " or set azure.credential=entra with an identity that has a role there."),
            azure(
                    "azure.wrong_audience",
                    finding(Finding.OTHER_AUDIENCE_TAKEN),
                    "The resource does not take a token of this audience, and takes one of the other.",
                    "azure-sdk-for-python issue 40260; Microsoft's pages name two scopes",
                    "2026-09-20",
                    "Set azure.entra-scope={other-scope}."),
            azure(
                    "azure.token_refused",
                    status(401).and(credential("entra")).and(at(StepName.MINT_BARE)),
                    "The resource takes a token of this identity for neither documented audience.",
                    "azure-sdk-for-python issue 40260: its text names more than the audience",
                    "2025",
                    "See that the identity of the step credential belongs to the tenant of the resource {host}, and that"
                            + " this machine's clock is right."),
            azure(
                    "azure.key_refused",
                    status(401).and(credential("api-key")).and(minting()),
                    "Azure does not know this key, or it is another resource's.",
                    "Azure's text on its other routes, not recorded on a realtime one",
                    "2026",
                    "Set azure.api-key (AZURE_OPENAI_API_KEY) to a key of the resource {host}, from its page Keys and"
                            + " Endpoint."));

    private AzureAccessDiagnoses() {}
}
