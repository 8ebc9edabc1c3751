package dev.ephemint.conformance.family;

import dev.ephemint.conformance.check.Applicability;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.check.CheckCase;
import dev.ephemint.conformance.check.Findings;
import dev.ephemint.conformance.check.Outcome;
import dev.ephemint.conformance.check.Position;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.profile.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Requests that no gateway may mint for: what is not JSON, not an object, of another method or path. */
public final class ErrorChecks {
    private ErrorChecks() {}

    /** A request that is wrong, and the requirement that it is rejected. */
    private record WrongRequest(String name, String requirement, String method, String body, String pathSuffix) {}

    private static final List<WrongRequest> REQUESTS = List.of(
            new WrongRequest("not-json", "REQ-ERR-01", "POST", "{\"session\":", ""),
            new WrongRequest("no-object", "REQ-ERR-02", "POST", "[]", ""),
            new WrongRequest("unknown-path", "REQ-ERR-03", "POST", "{}", "_kit_unknown"),
            new WrongRequest("other-method", "REQ-ERR-04", "GET", "", ""));

    public static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            REQUESTS.forEach(request -> checks.add(rejected(request, shape)));
            checks.add(envelope(shape));
            checks.add(contentType(shape));
        }
        return List.copyOf(checks);
    }

    private static Check rejected(WrongRequest request, Shape shape) {
        return CheckCase.of(
                        "error/" + request.name() + "/" + shape.word(),
                        request.requirement(),
                        Position.FRONT,
                        target -> {
                            Message response = call(target, shape, request);
                            return new Findings()
                                    .that(
                                            response.status() / 100 == 4,
                                            "status: expected 4xx, was " + Findings.brief(response))
                                    .outcome();
                        })
                .onlyIf(Applicability.serves(shape.operation()));
    }

    private static Check envelope(Shape shape) {
        return CheckCase.of(
                        "error/envelope/" + shape.word(),
                        "REQ-ERR-05",
                        Position.FRONT,
                        target -> envelope(target, shape))
                .onlyIf(Applicability.serves(shape.operation()))
                .onlyIf(Applicability.has(Feature.ERROR_ENVELOPE));
    }

    private static Outcome envelope(Target target, Shape shape) {
        return Envelope.compare(new Findings(), target.profile(), call(target, shape, REQUESTS.get(0)))
                .outcome();
    }

    private static Check contentType(Shape shape) {
        return CheckCase.of("error/content-type/" + shape.word(), "REQ-ERR-06", Position.FRONT, target -> {
                    Message response = call(target, shape, REQUESTS.get(0));
                    String type =
                            response.header("content-type").orElse("(absent)").toLowerCase(Locale.ROOT);
                    return new Findings()
                            .that(type.contains("json"), "content-type: expected JSON, was " + type)
                            .outcome();
                })
                .onlyIf(Applicability.serves(shape.operation()))
                .onlyIf(Applicability.has(Feature.ERROR_ENVELOPE));
    }

    private static Message call(Target target, Shape shape, WrongRequest wrong) {
        Upstreams.mint(target);
        String path = target.profile().endpoints().get(shape.operation());
        String[] parts = String.valueOf(path).split("\\?", 2);
        String query = parts.length == 2 ? "?" + parts[1] : "";
        Message request = Message.request(wrong.method(), parts[0] + wrong.pathSuffix() + query, wrong.body());
        return target.call(wrong.body().isEmpty() ? request : request.with("content-type", "application/json"));
    }
}
