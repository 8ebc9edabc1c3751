package dev.ephemint.conformance.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.prism.Prism;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.scenario.Scenario;
import dev.ephemint.conformance.scenario.Scenarios;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every request on which the facade, Prism and the vendors' recorded responses disagree is listed. */
final class DifferencesTest {
    /** Before any token of a tape expires. */
    private static final Clock EARLY = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static final KnownDifferences KNOWN =
            KnownDifferences.read(Path.of("src/test/resources/known-differences.json"));
    private static final List<String> COMPARISONS = List.of("tape-prism", "tape-facade", "scenario-prism");
    private static final List<Tape> TAPES = Tapes.in(KitData.path("tapes")).stream()
            .filter(tape -> tape.request().body().isPresent())
            .toList();
    private static final ScriptedVendor VENDOR = ScriptedVendor.start();
    private static final Map<TargetDialect, Gateway.Running> FACADES = new EnumMap<>(TargetDialect.class);
    private static final MessageSender CALLER = new MessageSender();

    @Test
    void everyEntryBelongsToAComparison() {
        assertThat(KNOWN.entries())
                .extracting(entry -> entry.id().replaceFirst(" .*", ""))
                .isSubsetOf(COMPARISONS);
    }

    @Test
    void vendorsOfTapesAndPrismPlayingThem(@TempDir Path work) {
        Set<String> differing = new TreeSet<>();
        for (TargetDialect dialect : TargetDialect.values()) {
            DialectContract document = DialectContract.of(dialect);
            try (Prism prism = Prism.start(Path.of(""), document.writeTo(work))) {
                TAPES.stream()
                        .filter(tape -> tape.dialect() == dialect)
                        .filter(tape -> status(prism, document.path(tape.operation()), body(tape))
                                != tape.response().status())
                        .forEach(tape -> differing.add(tape.name()));
            }
        }

        assertThat(KNOWN.contradictions("tape-prism", differing)).isEmpty();
    }

    @Test
    void vendorsOfTapesAndTheFacadeBeforeThem() {
        Predicate<Tape> differs =
                tape -> statusThroughFacade(tape) != tape.response().status();

        List<String> differing = TAPES.stream()
                .filter(tape ->
                        !tape.response().minted() || tape.response().body().isPresent())
                .filter(differs)
                .map(Tape::name)
                .toList();

        assertThat(KNOWN.contradictions("tape-facade", differing)).isEmpty();
    }

    @Test
    void facadeInScenariosAndPrismPlayingTheContract(@TempDir Path work) {
        DialectContract contract = DialectContract.base();
        try (Prism prism = Prism.start(Path.of(""), contract.writeTo(work))) {
            List<String> differing = scenarios()
                    .filter(scenario -> status(
                                    prism,
                                    contract.path(operation(scenario)),
                                    scenario.request().body())
                            != scenario.response().status())
                    .map(DifferencesTest::name)
                    .toList();

            assertThat(KNOWN.contradictions("scenario-prism", differing)).isEmpty();
        }
    }

    /** Those whose outcome lies in the request, over the dialect that takes all of the contract. */
    private static Stream<Scenario> scenarios() {
        return Scenarios.in(KitData.path("scenarios")).stream()
                .filter(scenario -> scenario.heading().dialect() == TargetDialect.OPENAI)
                .filter(scenario -> !name(scenario).startsWith("failures/"))
                .filter(scenario ->
                        Set.of("200", "400").contains(scenario.response().start()));
    }

    private static String name(Scenario scenario) {
        Path file = KitData.path("scenarios").relativize(scenario.heading().file());
        return file.toString().replace('\\', '/').replace(".scenario", "");
    }

    private static MintOperation operation(Scenario scenario) {
        return scenario.request().target().contains("client_secrets")
                ? MintOperation.createClientSecret
                : MintOperation.createTranscriptionSession;
    }

    private static String body(Tape tape) {
        return tape.request().body().map(ExactJson::write).orElseThrow();
    }

    private static int status(Prism prism, String path, String body) {
        Message request = Message.request("POST", path + "?api-version=any", body)
                .with("content-type", "application/json")
                .with("authorization", "Bearer any");
        return CALLER.call(prism.uri(), request).status();
    }

    private static int statusThroughFacade(Tape tape) {
        String response = tape.response().body().map(JsonNode::toString).orElse("");
        VENDOR.script(VendorReaction.response(
                Message.response(tape.response().status(), response).with("content-type", "application/json")));
        Message request = Message.request("POST", "/v1" + tape.operation().path(), body(tape))
                .with("content-type", "application/json");
        return CALLER.call(facade(tape.dialect()).uri(), request).status();
    }

    private static Gateway.Running facade(TargetDialect dialect) {
        return FACADES.computeIfAbsent(dialect, key -> Facades.start(key, VENDOR.uri(), Map.of(), EARLY));
    }

    @AfterAll
    static void close() {
        FACADES.values().forEach(Gateway.Running::close);
        VENDOR.close();
    }
}
