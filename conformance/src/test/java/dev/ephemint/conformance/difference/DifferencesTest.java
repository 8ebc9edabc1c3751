package dev.ephemint.conformance.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.Dialect;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.Operation;
import dev.ephemint.conformance.contract.ContractDocument;
import dev.ephemint.conformance.http.Caller;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.prism.Prism;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.scenario.Scenario;
import dev.ephemint.conformance.scenario.Scenarios;
import dev.ephemint.conformance.tape.Tape;
import dev.ephemint.conformance.tape.Tapes;
import dev.ephemint.conformance.vendor.Reaction;
import dev.ephemint.conformance.vendor.ScriptedVendor;
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

/** Where the facade, Prism and the vendors' recorded answers judge the same request differently is known, one by one. */
final class DifferencesTest {
    /** Before any token of a tape expires. */
    private static final Clock EARLY = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static final KnownDifferences KNOWN =
            KnownDifferences.read(Path.of("src/test/resources/known-differences.json"));
    private static final List<String> COMPARISONS = List.of("tape-prism", "tape-facade", "scenario-prism");
    private static final List<Tape> TAPES = Tapes.in(Path.of("src/test/resources/tapes")).stream()
            .filter(tape -> tape.request().body().isPresent())
            .toList();
    private static final ScriptedVendor VENDOR = ScriptedVendor.start();
    private static final Map<Dialect, Gateway.Running> FACADES = new EnumMap<>(Dialect.class);
    private static final Caller CALLER = new Caller();

    @Test
    void everyEntryBelongsToAComparison() {
        assertThat(KNOWN.entries())
                .extracting(entry -> entry.id().split(" ")[0])
                .isSubsetOf(COMPARISONS);
    }

    @Test
    void vendorsOfTapesAndPrismPlayingThem(@TempDir Path work) {
        Set<String> differing = new TreeSet<>();
        for (Dialect dialect : Dialect.values()) {
            ContractDocument document = ContractDocument.of(dialect);
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
        ContractDocument contract = ContractDocument.base();
        try (Prism prism = Prism.start(Path.of(""), contract.writeTo(work))) {
            List<String> differing = scenarios()
                    .filter(scenario -> status(
                                    prism,
                                    contract.path(operation(scenario)),
                                    scenario.request().body())
                            != scenario.answer().status())
                    .map(DifferencesTest::name)
                    .toList();

            assertThat(KNOWN.contradictions("scenario-prism", differing)).isEmpty();
        }
    }

    /** Those whose outcome lies in the request, over the dialect that takes all of the contract. */
    private static Stream<Scenario> scenarios() {
        return Scenarios.in(Path.of("src/test/resources/scenarios")).stream()
                .filter(scenario -> scenario.heading().dialect() == Dialect.OPENAI)
                .filter(scenario -> !name(scenario).startsWith("failures/"))
                .filter(scenario ->
                        Set.of("200", "400").contains(scenario.answer().start()));
    }

    private static String name(Scenario scenario) {
        Path file = Path.of("src/test/resources/scenarios")
                .relativize(scenario.heading().file());
        return file.toString().replace('\\', '/').replace(".scenario", "");
    }

    private static Operation operation(Scenario scenario) {
        return scenario.request().target().contains("client_secrets")
                ? Operation.createClientSecret
                : Operation.createTranscriptionSession;
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
        String answer = tape.response().body().map(JsonNode::toString).orElse("");
        VENDOR.script(Reaction.answer(
                Message.answer(tape.response().status(), answer).with("content-type", "application/json")));
        Message request = Message.request("POST", "/v1" + tape.operation().path(), body(tape))
                .with("content-type", "application/json");
        return CALLER.call(facade(tape.dialect()).uri(), request).status();
    }

    private static Gateway.Running facade(Dialect dialect) {
        return FACADES.computeIfAbsent(dialect, key -> Facades.start(key, VENDOR.uri(), Map.of(), EARLY));
    }

    @AfterAll
    static void close() {
        FACADES.values().forEach(Gateway.Running::close);
        VENDOR.close();
    }
}
