package dev.ephemint.server.doctor.diagnosis;

import dev.ephemint.server.credential.CredentialFacts;
import dev.ephemint.server.dialect.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The context of a symptom.
 *
 * @param dialect empty if the settings name no usable one
 * @param model the transcription model by the name sent to the vendor: at Azure the deployment's
 * @param credential {@code api-key} or {@code entra}
 * @param otherScope the scope to try if this one's audience is rejected
 * @param alternatives other models that transcribe, best first
 */
public record DiagnosisContext(
        Optional<Dialect> dialect,
        String host,
        String model,
        String credential,
        String otherScope,
        List<String> alternatives) {

    /** OpenAI's transcription models without a known end: its notice of 2026-08-26. */
    private static final List<String> LASTING =
            List.of("gpt-live-transcribe", "gpt-transcribe", "gpt-realtime-whisper");

    /** A fix never proposes the model that failed. */
    public DiagnosisContext {
        alternatives =
                alternatives.stream().filter(other -> !other.equals(model)).toList();
    }

    public DiagnosisContext(
            Optional<Dialect> dialect, String host, String model, String credential, String otherScope) {
        this(dialect, host, model, credential, otherScope, LASTING);
    }

    /** The same, with what is known of the credential. */
    public DiagnosisContext with(CredentialFacts facts) {
        return new DiagnosisContext(
                dialect, host, model, facts.kind(), facts.otherScope().orElse(""), alternatives);
    }

    /** The same, proposing those of the alternatives that the vendor lists. */
    public DiagnosisContext offering(Set<String> listed) {
        List<String> offered = alternatives.stream().filter(listed::contains).toList();
        return new DiagnosisContext(dialect, host, model, credential, otherScope, offered);
    }

    /** A text with this context's values in place of {@code {model}}, {@code {alternatives}}, {@code {host}} and {@code {other-scope}}. */
    String fill(String template) {
        return template.replace("{model}", model)
                .replace("{alternatives}", alternatives.isEmpty() ? "another model" : String.join(" or ", alternatives))
                .replace("{host}", host)
                .replace("{other-scope}", otherScope);
    }
}
