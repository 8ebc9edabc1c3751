package dev.ephemint.server.settings.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.VendorName;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.UpstreamSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** One vendor's section of the settings: its properties, its credential and its own checks. */
interface VendorSection {

    /** The vendor's name for people. */
    String vendor();

    /** What the names of its properties begin with, such as {@code openai.}. */
    String prefix();

    Property key();

    Property keyFile();

    /** The environment variable from which the vendor's own tools read the key. */
    String keyVariable();

    /** The property that selects a credential other than a key; empty if a key is used. */
    Optional<Property> otherCredential(Map<Property, String> set);

    /** How to configure the vendor, for someone who configured another one: {@code upstream.dialect=...}. */
    String howToConfigure();

    /** How to configure a credential: {@code azure.api-key, ...}. */
    String howToAuthenticate();

    /**
     * The model of a flat request that names none: one of which the vendor itself ends the turns, because clients of the
     * flat shape never commit.
     */
    String defaultModel();

    /** Reports what is wrong in the section, or with this dialect of the vendor. */
    void check(Settings settings, Values values, Problems problems);

    /** The members of an entry of {@code upstreams} that other vendors do not have. */
    List<String> ownMembers();

    /**
     * Reports what the vendor is known to refuse, in one of several upstreams.
     *
     * @param report accepts the member at fault and the problem
     */
    void checkEntry(UpstreamSettings upstream, JsonNode entry, BiConsumer<String, String> report);

    /** Every property of the section. */
    default List<Property> properties() {
        return Arrays.stream(Property.values())
                .filter(property -> property.key().startsWith(prefix()))
                .toList();
    }

    /** The properties that configure a credential, of those that are set. */
    default List<Property> credentials(Map<Property, String> set) {
        return Stream.concat(Stream.of(key(), keyFile()).filter(set::containsKey), otherCredential(set).stream())
                .toList();
    }

    static VendorSection of(VendorName vendor) {
        return switch (vendor) {
            case OPENAI -> new OpenAiSection();
            case AZURE -> new AzureSection();
        };
    }

    static VendorSection of(DialectName dialect) {
        return of(dialect.vendor());
    }

    /** The sections of all vendors. */
    static List<VendorSection> all() {
        return Arrays.stream(VendorName.values()).map(VendorSection::of).toList();
    }
}
