package dev.ephemint.server.settings.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.settings.ConfigSections;
import dev.ephemint.server.settings.NamedUpstream;
import dev.ephemint.server.settings.UpstreamSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the section {@code upstreams}, which is valid by its schema. */
record UpstreamsReader(Values values, SecretReader secrets, Sources sources, Problems problems) {

    /**
     * Empty if there is no section.
     *
     * @param defaults of timeouts and sizes
     */
    List<NamedUpstream> read(JsonNode section, UpstreamSettings defaults) {
        List<NamedUpstream> upstreams = new ArrayList<>();
        section.properties().forEach(entry -> {
            String path = ConfigSections.UPSTREAMS + "." + entry.getKey();
            UpstreamEntry own = new UpstreamEntry(path, entry.getValue(), secrets, sources, problems);
            upstreams.add(own.read(entry.getKey(), defaults));
        });
        if (!upstreams.isEmpty()) {
            rejectTheOnlyOne();
        }
        return upstreams;
    }

    /** Two descriptions of the vendor would leave open which of them counts. */
    private void rejectTheOnlyOne() {
        Arrays.stream(Property.values())
                .filter(property -> property == Property.UPSTREAM_URL
                        || property == Property.UPSTREAM_DIALECT
                        || VendorSection.all().stream()
                                .anyMatch(vendor -> property.key().startsWith(vendor.prefix())))
                .filter(values::isSet)
                .forEach(property -> problems.add(
                        property, "is not used if upstreams is set; move it to one of upstreams, or remove upstreams"));
    }
}
