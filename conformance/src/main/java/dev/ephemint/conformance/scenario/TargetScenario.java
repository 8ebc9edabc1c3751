package dev.ephemint.conformance.scenario;

import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.profile.PlantedKey;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Runs a scenario against a gateway that is already there, on its clock: the times of the file are moved to now. */
public final class TargetScenario {
    private static final Pattern TIME = Pattern.compile("\\b1790\\d{6}\\b");

    /** The present of the files. */
    private static final long THEN = 1_790_000_000L;

    private TargetScenario() {}

    /** Whether the scenario needs neither settings, nor a clock, nor a vendor that refuses connections. */
    public static boolean canRun(Scenario scenario) {
        return scenario.heading().settings().isEmpty()
                && scenario.upstream()
                        .fault()
                        .filter(VendorFault.REFUSE::equals)
                        .isEmpty()
                && scenario.upstream().responses().stream()
                        .noneMatch(response -> response.header("date").isPresent());
    }

    /** Differences from the scenario; empty if it passed. */
    public static List<String> differences(Scenario scenario, Target target, Instant now) {
        ScriptedVendor vendor = target.vendor().orElseThrow();
        Variables variables = new Variables(
                Map.of("credential", PlantedKey.VALUE, "upstream", vendor.uri().getAuthority()));
        long shift = now.getEpochSecond() - THEN;
        Scenario filled = moved(variables.fill(scenario), shift);
        vendor.script(UpstreamScripts.reaction(filled.upstream()));
        Message response = target.call(filled.request());
        List<String> differences =
                new ArrayList<>(UpstreamScripts.differences(filled.upstream(), vendor.requests(), vendor.faults()));
        differences.addAll(
                UpstreamScripts.prefixed("response: ", MessageDifferences.between(filled.response(), response)));
        if (PlantedKey.isIn(response.toString())) {
            differences.add("response: contains the vendor's credential");
        }
        return List.copyOf(differences);
    }

    private static Scenario moved(Scenario scenario, long shift) {
        UnaryOperator<Message> move = message -> new Message(
                message.start(),
                message.headers().stream()
                        .map(header -> new Header(header.name(), moved(header.value(), shift)))
                        .toList(),
                moved(message.body(), shift));
        UpstreamScript upstream = scenario.upstream();
        return new Scenario(
                scenario.heading(),
                move.apply(scenario.request()),
                new UpstreamScript(
                        upstream.expected().stream().map(move).toList(),
                        upstream.responses().stream().map(move).toList(),
                        upstream.fault()),
                move.apply(scenario.response()));
    }

    private static String moved(String text, long shift) {
        return TIME.matcher(text).replaceAll(match -> Long.toString(Long.parseLong(match.group()) + shift));
    }
}
