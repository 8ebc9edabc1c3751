package dev.ephemint.conformance.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.conformance.gateway.HttpCaller;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.verdict.TestTarget;
import dev.ephemint.conformance.verdict.Verdicts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A wrong gateway that the kit does not catch, or catches for another reason than the pinned one, fails the build. */
final class WrongGatewaysTest {
    private static final Path DATA = Path.of("src/test/resources/wrong");
    private static final Profile PROFILE =
            Profiles.of(DATA.resolve("pass-through.yaml").toString());
    private static final Duration DEADLINE = Duration.ofSeconds(6);
    private static final int AT_ONCE = 8;

    @Test
    void correctGatewayPassesEachCheck() {
        Verdicts verdicts = verdicts(PassThroughGateway::new);

        assertThat(verdicts.others()).isEmpty();
        assertThat(verdicts.passed()).hasSizeGreaterThan(90);
    }

    @Test
    void eachWrongGatewayIsCaughtByThePinnedRequirements() throws Exception {
        Map<String, List<String>> failed = new TreeMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Map<String, Future<Verdicts>> runs = new LinkedHashMap<>();
            WrongGateways.all().forEach((name, start) -> runs.put(name, threads.submit(() -> verdicts(start))));
            for (Map.Entry<String, Future<Verdicts>> run : runs.entrySet()) {
                failed.put(run.getKey(), List.copyOf(run.getValue().get().failed()));
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(failed).isEqualTo(pinned());
        assertThat(failed.values())
                .allSatisfy(requirements -> assertThat(requirements).isNotEmpty());
    }

    private static Verdicts verdicts(Function<URI, PassThroughGateway> start) {
        try (ScriptedVendor vendor = ScriptedVendor.start();
                PassThroughGateway gateway = start.apply(vendor.uri())) {
            return Verdicts.of(new TestTarget(gateway.uri(), PROFILE, Optional.of(vendor), new HttpCaller(DEADLINE)));
        }
    }

    private static Map<String, List<String>> pinned() throws IOException {
        JsonNode tree = new YAMLMapper().readTree(Files.readString(DATA.resolve("verdicts.yaml")));
        Map<String, List<String>> pinned = new TreeMap<>();
        tree.properties()
                .forEach(gateway -> pinned.put(
                        gateway.getKey(),
                        new ArrayList<>(StreamSupport.stream(gateway.getValue().spliterator(), false)
                                .map(JsonNode::textValue)
                                .toList())));
        return pinned;
    }
}
