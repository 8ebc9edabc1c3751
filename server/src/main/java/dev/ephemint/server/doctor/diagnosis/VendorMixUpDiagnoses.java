package dev.ephemint.server.doctor.diagnosis;

import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.finding;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.minting;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.says;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.status;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.vendor;

import dev.ephemint.server.mint.VendorName;
import java.util.List;

/** One vendor's dialect at the other vendor's address. */
final class VendorMixUpDiagnoses {

    private static final SymptomMatcher REFUSED_OR_MISSING =
            minting().and(status(401).or(status(404)));

    static final List<Diagnosis> ALL = List.of(
            new Diagnosis(
                    "config.openai_dialect_at_azure",
                    says("belongs to Azure; set upstream.dialect")
                            .and(finding(DoctorFinding.SETTINGS))
                            .or(vendor(VendorName.OPENAI)
                                    .and(REFUSED_OR_MISSING)
                                    .and(finding(DoctorFinding.RESPONSE_OF_AZURE))),
                    "The address leads to Azure, and the dialect is OpenAI's: path, key and model names differ.",
                    "the host names in Microsoft's documentation; headers and texts of Azure's recorded responses",
                    "2026-06-10",
                    "Set upstream.dialect=azure, azure.api-key (AZURE_OPENAI_API_KEY) or azure.credential=entra, and"
                            + " azure.deployments if a deployment is not named as its model."),
            new Diagnosis(
                    "config.azure_dialect_at_openai",
                    says("belongs to OpenAI; set upstream.dialect")
                            .and(finding(DoctorFinding.SETTINGS))
                            .or(vendor(VendorName.AZURE)
                                    .and(REFUSED_OR_MISSING)
                                    .and(finding(DoctorFinding.RESPONSE_OF_OPENAI)
                                            .or(says("^invalid url \\(")))),
                    "The address leads to OpenAI, and the dialect is Azure's: path, key and model names differ.",
                    "the host names in OpenAI's documentation; its response to any unknown path",
                    "2026",
                    "Set upstream.dialect=openai and openai.api-key (OPENAI_API_KEY)."));

    private VendorMixUpDiagnoses() {}
}
