package dev.ephemint.conformance.family;

import dev.ephemint.conformance.check.Applicability;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckCase;
import dev.ephemint.conformance.check.Findings;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.profile.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A gateway that its operator has brought into a state in which it cannot mint: overloaded, without its store, stopping. */
public final class UnavailableChecks {
    private UnavailableChecks() {}

    public static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            checks.add(check("status", "REQ-UNAVAILABLE-01", shape, UnavailableChecks::status));
            checks.add(check("retry-after", "REQ-UNAVAILABLE-02", shape, UnavailableChecks::retryAfter));
        }
        return List.copyOf(checks);
    }

    private static Check check(
            String name, String requirement, Shape shape, BiFunction<Target, Message, Findings> compare) {
        return CheckCase.of("unavailable/" + name + "/" + shape.word(), requirement, Position.FRONT, target -> {
                    int before = Upstreams.arrived(target).size();
                    String body = ExactJson.write(shape.sample(target.profile(), "transcription"));
                    Message response = target.mint(shape.operation(), body);
                    return compare.apply(target, response)
                            .same(
                                    "requests that arrived at the vendor",
                                    0,
                                    Upstreams.arrived(target).size() - before)
                            .outcome();
                })
                .onlyIf(Applicability.serves(shape.operation()))
                .onlyIf(Applicability.sessionType("transcription"))
                .onlyIf(Applicability.has(Feature.UNAVAILABLE));
    }

    private static Findings status(Target target, Message response) {
        Findings findings = new Findings().same("status", 503, response.status());
        return Envelope.compare(findings, target.profile(), response);
    }

    private static Findings retryAfter(Target target, Message response) {
        return Envelope.retryAfter(new Findings().same("status", 503, response.status()), response);
    }
}
