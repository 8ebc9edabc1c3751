package dev.ephemint.server.settings.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.VendorName;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.UpstreamSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

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

    @Override
    public void check(Settings settings, Values values, Problems problems) {
        dead(settings.upstream()).ifPresent(problem -> problems.add(Property.UPSTREAM_DIALECT, problem));
    }

    /** OpenAI's deprecations page: the beta was removed on 2026-05-12. */
    private static Optional<String> dead(UpstreamSettings upstream) {
        boolean removed = upstream.dialect() == DialectName.OPENAI_BETA
                && upstream.host().filter(VendorName.OPENAI::ownsHost).isPresent();
        return removed ? Optional.of("OpenAI removed its beta on 2026-05-12; use openai") : Optional.empty();
    }

    @Override
    public List<String> ownMembers() {
        return List.of("organization", "project", "credential.workload-identity");
    }

    @Override
    public void checkEntry(UpstreamSettings upstream, JsonNode entry, BiConsumer<String, String> report) {
        dead(upstream).ifPresent(problem -> report.accept("dialect", problem));
    }
}
