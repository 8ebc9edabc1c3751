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

/** Failures of authentication at Azure. */
final class AzureAccessDiagnoses {

    private static final SymptomMatcher NO_PERMISSION =
            code("PermissionDenied").or(says("principal does not have access|lacks the required data action"));

    static final List<Diagnosis> ALL = List.of(
            new Diagnosis(
                    "azure.api_version_on_ga",
                    finding(DoctorFinding.SETTINGS)
                            .and(says("must not hold api-version"))
                            .or(vendor(VendorName.AZURE)
                                    .and(dialect(dialect -> !dialect.isFlat()))
                                    .and(at(StepName.SOCKET))
                                    .and(status(401))
                                    .and(says("access token is missing"))),
                    "Azure rejects a handshake on its GA address with 401 if it carries api-version, regardless of"
                            + " the key.",
                    "Microsoft's migration guide; livekit/agents pull request 5228",
                    "2026",
                    "Remove api-version from upstream.url, and from anything that a gateway adds to"
                            + " /openai/v1/realtime (only dialect azure-preview uses one, in azure.api-version). If nothing"
                            + " adds it, check that the token arrives in the header authorization."),
            azure(
                    "azure.ephemeral_required",
                    status(401).and(says("ephemeral")),
                    "This socket accepts ephemeral tokens only, and the minted one did not arrive as such.",
                    "litellm issue 38635; a probe of 2026-06-10",
                    "2026-08-28",
                    "Let the token through: a gateway before {host} must forward the header authorization and must"
                            + " not replace it with api-key."),
            azure(
                    "azure.keys_disabled",
                    code("AuthenticationTypeDisabled"),
                    "Key based authentication is disabled for this resource (disableLocalAuth).",
                    "browser-use issue 1295; litellm issue 21814",
                    "2026",
                    "Set azure.credential=entra, or enable keys on the resource."),
            azure(
                    "azure.missing_role",
                    credential("entra").and(NO_PERMISSION),
                    "The token is valid, but its owner has no role for the data; Owner and Contributor are not enough.",
                    "Microsoft's troubleshooting of Entra for Foundry models",
                    "2026",
                    "Assign the object id of step credential the role Cognitive Services OpenAI User (or Cognitive"
                            + " Services User) on the resource, and wait five minutes."),
            azure(
                    "azure.key_forbidden",
                    credential("api-key").and(minting()).and(NO_PERMISSION.or(status(403))),
                    "The resource may know this key, but forbids this request from here.",
                    "its status, not recorded with a key",
                    "2026-11-21",
                    "Check that the network rules of the resource {host} admit this machine, and read its message; or"
                            + " set azure.credential=entra with an identity that has a role there."),
            azure(
                    "azure.wrong_audience",
                    finding(DoctorFinding.OTHER_AUDIENCE_TAKEN),
                    "The resource rejects a token of this audience, and accepts one of the other.",
                    "azure-sdk-for-python issue 40260; Microsoft's pages name two scopes",
                    "2026-09-20",
                    "Set azure.entra-scope={other-scope}."),
            azure(
                    "azure.token_refused",
                    status(401).and(credential("entra")).and(at(StepName.MINT_BARE)),
                    "The resource accepts a token of this identity for neither documented audience.",
                    "azure-sdk-for-python issue 40260: its text names more than the audience",
                    "2025",
                    "Check that the identity of step credential belongs to the tenant of the resource {host}, and"
                            + " that this machine's clock is correct."),
            azure(
                    "azure.key_refused",
                    status(401).and(credential("api-key")).and(minting()),
                    "Azure does not know this key, or it belongs to another resource.",
                    "Azure's text on its other routes, not recorded on a realtime one",
                    "2026",
                    "Set azure.api-key (AZURE_OPENAI_API_KEY) to a key of the resource {host}, from its page Keys and"
                            + " Endpoint."));

    private AzureAccessDiagnoses() {}
}
