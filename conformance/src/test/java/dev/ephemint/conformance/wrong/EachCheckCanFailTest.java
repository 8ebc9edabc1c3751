package dev.ephemint.conformance.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.conformance.Summary;
import dev.ephemint.conformance.catalog.Checks;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A check that fails at no wrong gateway, or applies to no profile, shows nothing. */
final class EachCheckCanFailTest {
    private static final Path DATA = Path.of("src/test/resources/wrong");
    private static final List<Profile> PROFILES = Stream.concat(
                    Profiles.names().stream(),
                    Stream.of("azure", "azure-preview", "openai-beta")
                            .map(vendor -> DATA + "/pass-through-" + vendor + ".yaml"))
            .map(Profiles::of)
            .toList();

    @Test
    void eachCheckAppliesToAProfileAndFailsAtAWrongGatewayUnlessListed() throws IOException {
        Map<String, String> without = new TreeMap<>();
        try (ScriptedVendor vendor = ScriptedVendor.start()) {
            for (Check check : Checks.all()) {
                List<Profile> profiles = PROFILES.stream()
                        .filter(profile -> applies(check, profile))
                        .toList();
                if (profiles.isEmpty()) {
                    without.put(check.id(), "applies to no profile");
                } else if (!fails(check, profiles.get(0), vendor)) {
                    without.put(check.id(), "fails at no wrong gateway");
                }
            }
        }

        Summary.write(
                "wrong-gateways",
                "wrong gateways: "
                        + (PinnedVerdicts.of("gateways").size()
                                + PinnedVerdicts.of("facades").size()
                                + PinnedVerdicts.of("sockets").size()
                                + PinnedVerdicts.of("callers").size()
                                + PinnedVerdicts.of("limits").size()
                                + PinnedVerdicts.of("unavailable").size())
                        + " with pinned verdicts; " + without.size() + " checks fail at none");
        assertThat(without.keySet())
                .as(without.toString())
                .isEqualTo(exceptions().keySet());
    }

    @Test
    void eachExceptionHasAReason() throws IOException {
        assertThat(exceptions().values()).noneMatch(String::isBlank);
    }

    private static boolean applies(Check check, Profile profile) {
        boolean possible =
                check.position() == Position.FRONT || profile.upstream().isPresent();
        return possible && check.notApplicable(profile).isEmpty();
    }

    private static boolean fails(Check check, Profile profile, ScriptedVendor vendor) {
        return Arrays.stream(NonsenseTarget.Kind.values())
                .map(kind -> check.run(new NonsenseTarget(profile, vendor, kind)))
                .anyMatch(Outcome.Failed.class::isInstance);
    }

    private static Map<String, String> exceptions() throws IOException {
        JsonNode tree = new YAMLMapper().readTree(Files.readString(DATA.resolve("exceptions.yaml")));
        Map<String, String> exceptions = new TreeMap<>();
        tree.properties()
                .forEach(
                        entry -> exceptions.put(entry.getKey(), entry.getValue().textValue()));
        return exceptions;
    }
}
