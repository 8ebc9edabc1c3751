package dev.ephemint.conformance.scenario;

import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.profile.PlantedKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs scenarios against a gateway, one after the other; scenarios with the same settings share one gateway. */
public final class ScenarioRunner implements AutoCloseable {
    /** The vendor's credential, planted in every gateway; no output may contain it. */
    public static final String CREDENTIAL = PlantedKey.VALUE;

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
        setup.script(UpstreamScripts.reaction(filled.upstream()));
        Message response = caller.call(setup.gateway(), filled.request());
        List<String> differences =
                new ArrayList<>(UpstreamScripts.differences(filled.upstream(), setup.arrived(), setup.faults()));
        differences.addAll(
                UpstreamScripts.prefixed("response: ", MessageDifferences.between(filled.response(), response)));
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

    @Override
    public synchronized void close() {
        setups.values().forEach(ScenarioSetup::close);
    }
}
