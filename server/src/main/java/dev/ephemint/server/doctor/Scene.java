package dev.ephemint.server.doctor;

import dev.ephemint.server.credential.CredentialFacts;

/**
 * Where a symptom showed.
 *
 * @param model what transcribes, by the name that the vendor is told: at Azure the deployment's
 * @param credential {@code api-key} or {@code entra}
 * @param otherScope the scope to try where this one's audience is refused
 */
record Scene(String dialect, String host, String model, String credential, String otherScope) {

    boolean isAzure() {
        return dialect.startsWith("azure");
    }

    /** The same, with what is known of the credential. */
    Scene with(CredentialFacts facts) {
        return new Scene(dialect, host, model, facts.kind(), facts.otherScope().orElse(""));
    }

    /** A text with what it is about in place of {@code {model}}, {@code {host}} and {@code {other-scope}}. */
    String tell(String template) {
        return template.replace("{model}", model).replace("{host}", host).replace("{other-scope}", otherScope);
    }
}
