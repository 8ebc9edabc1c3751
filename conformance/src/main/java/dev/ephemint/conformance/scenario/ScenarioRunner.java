package dev.ephemint.conformance.scenario;

import dev.ephemint.conformance.http.Caller;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.vendor.Reaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs scenarios against a gateway; one that is set alike serves many of them, one after the other. */
public final class ScenarioRunner implements AutoCloseable {
    /** The vendor's credential that is planted into every gateway; no output may hold it. */
    public static final String CREDENTIAL = "sk-planted-4b1d5eed0c0ffee0";

    private static final int OVERSIZE = 32 * 1024 * 1024;
    private static final Message NOTHING = Message.answer(200, "");

    private final Gateway gateway;
    private final Caller caller = new Caller();
    private final Map<Object, Stage> stages = new HashMap<>();

    public ScenarioRunner(Gateway gateway) {
        this.gateway = gateway;
    }

    /** What went otherwise than the scenario says; empty if all went as it says. */
    public synchronized List<String> run(Scenario scenario) {
        Stage stage = stage(scenario);
        Variables variables = new Variables(
                Map.of("credential", CREDENTIAL, "upstream", stage.vendor().getAuthority()));
        Scenario filled = variables.fill(scenario);
        stage.script(reaction(filled.upstream()));
        Message answer = caller.call(stage.gateway(), filled.request());
        List<String> differences = new ArrayList<>(upstreamDifferences(filled.upstream(), stage));
        differences.addAll(prefixed("answer: ", MessageDifferences.between(filled.answer(), answer)));
        if (answer.toString().contains(CREDENTIAL)) {
            differences.add("answer: holds the vendor's credential");
        }
        return List.copyOf(differences);
    }

    private Stage stage(Scenario scenario) {
        boolean reachable =
                scenario.upstream().fault().filter(Fault.REFUSE::equals).isEmpty();
        Scenario.Heading heading = scenario.heading();
        return stages.computeIfAbsent(
                List.of(heading.dialect(), heading.settings(), reachable),
                key -> Stage.set(gateway, heading.dialect(), heading.settings(), reachable));
    }

    private static Reaction reaction(Upstream upstream) {
        List<Message> answers = upstream.answers().isEmpty() ? List.of(NOTHING) : upstream.answers();
        return Reaction.inOrder(
                answers.stream().map(answer -> reaction(answer, upstream)).toList());
    }

    private static Reaction reaction(Message answer, Upstream upstream) {
        return upstream.fault()
                .map(fault -> switch (fault) {
                    case REFUSE, RESET -> Reaction.reset();
                    case HANG -> Reaction.hang();
                    case STALL -> Reaction.stall(answer);
                    case TRUNCATE -> Reaction.truncate(answer);
                    case OVERSIZE -> Reaction.oversize(answer, OVERSIZE);
                })
                .orElse(Reaction.answer(answer));
    }

    private static List<String> upstreamDifferences(Upstream upstream, Stage stage) {
        List<Message> arrived = stage.arrived();
        List<Message> expected = upstream.expected();
        List<String> differences = new ArrayList<>(prefixed("upstream: ", stage.faults()));
        if (arrived.size() != expected.size()) {
            differences.add("upstream: expected " + expected.size() + " requests, was " + arrived);
        }
        for (int i = 0; i < Math.min(arrived.size(), expected.size()); i++) {
            differences.addAll(prefixed("upstream: ", MessageDifferences.between(expected.get(i), arrived.get(i))));
        }
        return differences;
    }

    private static List<String> prefixed(String prefix, List<String> lines) {
        return lines.stream().map(prefix::concat).toList();
    }

    @Override
    public synchronized void close() {
        stages.values().forEach(Stage::close);
    }
}
