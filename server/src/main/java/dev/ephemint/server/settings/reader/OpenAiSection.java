package dev.ephemint.server.settings.reader;

import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.VendorName;
import dev.ephemint.server.settings.Settings;
import java.util.Map;
import java.util.Optional;

/** The settings of OpenAI and of compatible servers. */
final class OpenAiSection implements VendorSection {

    @Override
    public String vendor() {
        return "OpenAI";
    }

    @Override
    public String prefix() {
        return "openai.";
    }

    @Override
    public Property key() {
        return Property.OPENAI_API_KEY;
    }

    @Override
    public Property keyFile() {
        return Property.OPENAI_API_KEY_FILE;
    }

    @Override
    public String keyVariable() {
        return "OPENAI_API_KEY";
    }

    @Override
    public Optional<Property> otherCredential(Map<Property, String> set) {
        return Optional.empty();
    }

    @Override
    public String howToConfigure() {
        return "upstream.dialect=openai, with the key in openai.api-key";
    }

    @Override
    public String howToAuthenticate() {
        return "openai.api-key or openai.api-key-file";
    }

    /** OpenAI detects no turns of {@code gpt-live-transcribe} (reported 2026-08 and 2026-09). */
    @Override
    public String defaultModel() {
        return "gpt-4o-transcribe";
    }

    /** OpenAI's deprecations page: the beta was removed on 2026-05-12. */
    @Override
    public void check(Settings settings, Values values, Problems problems) {
        boolean removed = settings.upstream().dialect() == DialectName.OPENAI_BETA
                && settings.upstream()
                        .host()
                        .filter(VendorName.OPENAI::ownsHost)
                        .isPresent();
        if (removed) {
            problems.add(Property.UPSTREAM_DIALECT, "OpenAI removed its beta on 2026-05-12; use openai");
        }
    }
}
