package dev.ephemint.conformance.scenario;

import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs scenarios against a gateway, one after the other; scenarios with the same settings share one gateway. */
public final class ScenarioRunner implements AutoCloseable {
    /** The vendor's credential, planted in every gateway; no output may contain it. */
    public static final String CREDENTIAL = "sk-planted-4b1d5eed0c0ffee0";

    private static final int OVERSIZE = 32 * 1024 * 1024;
    private static final Message NOTHING = Message.response(200, "");

    private final Gateway gateway;
    private final MessageSender caller = new MessageSender();
    private final Map<Object, ScenarioSetup> setups = new HashMap<>();

    public ScenarioRunner(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Differences from the scenario; empty if it passed. */
    public synchronized List<String> run(Scenario scenario) {
        ScenarioSetup setup = setup(scenario);
        Variables variables = new Variables(
                Map.of("credential", CREDENTIAL, "upstream", setup.vendor().getAuthority()));
        Scenario filled = variables.fill(scenario);
        setup.script(reaction(filled.upstream()));
        Message response = caller.call(setup.gateway(), filled.request());
        List<String> differences = new ArrayList<>(upstreamDifferences(filled.upstream(), setup));
        differences.addAll(prefixed("response: ", MessageDifferences.between(filled.response(), response)));
        if (response.toString().contains(CREDENTIAL)) {
            differences.add("response: contains the vendor's credential");
        }
        return List.copyOf(differences);
    }

    private ScenarioSetup setup(Scenario scenario) {
        boolean reachable =
                scenario.upstream().fault().filter(VendorFault.REFUSE::equals).isEmpty();
        Scenario.Heading heading = scenario.heading();
        return setups.computeIfAbsent(
                List.of(heading.dialect(), heading.settings(), reachable),
                key -> ScenarioSetup.set(gateway, heading.dialect(), heading.settings(), reachable));
    }

    private static VendorReaction reaction(UpstreamScript upstream) {
        List<Message> responses = upstream.responses().isEmpty() ? List.of(NOTHING) : upstream.responses();
        return VendorReaction.inOrder(
                responses.stream().map(response -> reaction(response, upstream)).toList());
    }

    private static VendorReaction reaction(Message response, UpstreamScript upstream) {
        return upstream.fault()
                .map(fault -> switch (fault) {
                    case REFUSE, RESET -> VendorReaction.reset();
                    case HANG -> VendorReaction.hang();
                    case STALL -> VendorReaction.stall(response);
                    case TRUNCATE -> VendorReaction.truncate(response);
                    case OVERSIZE -> VendorReaction.oversize(response, OVERSIZE);
                })
                .orElse(VendorReaction.response(response));
    }

    private static List<String> upstreamDifferences(UpstreamScript upstream, ScenarioSetup setup) {
        List<Message> arrived = setup.arrived();
        List<Message> expected = upstream.expected();
        List<String> differences = new ArrayList<>(prefixed("upstream: ", setup.faults()));
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
        setups.values().forEach(ScenarioSetup::close);
    }
}
