package dev.ephemint.conformance.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.HttpCaller;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.verdict.TestTarget;
import dev.ephemint.conformance.verdict.Verdicts;
import dev.ephemint.server.caller.CallerKey;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Limits and idempotency keys, wrong in one thing: the kit finds the pinned requirements violated, and no other. The profile is that
 * of {@code server/docs/conformance.md}, {@code --profile ephemint-limits}.
 */
final class WrongLimitsTest {
    private static final CallerKey KEY = CallerKey.random();
    private static final String LIMITS = ", limits: {end-user: {windows: [{requests: 3, per: 1d}]}}";
    private static final String END_USER = "openai-safety-identifier";
    private static final HttpCaller HTTP = new HttpCaller(Duration.ofMinutes(5));

    @Test
    void theProfileOfLimitsPassesAndEachWrongOneIsCaughtAsPinned() throws IOException {
        Map<String, List<String>> failed = new TreeMap<>();
        try (ScriptedVendor vendor = ScriptedVendor.start();
                Gateway.Running facade = Facades.start(
                        TargetDialect.OPENAI, vendor.uri(), CallersFacade.settings(KEY, LIMITS), Clock.systemUTC())) {
            TestTarget right = new TestTarget(
                    facade.uri(),
                    CallersFacade.profile(Profiles.of("ephemint-limits"), KEY),
                    Optional.of(vendor),
                    HTTP);

            Verdicts verdicts = Verdicts.of(right, WrongLimitsTest::isConcerned);
            assertThat(verdicts.others()).isEmpty();
            assertThat(verdicts.passed()).hasSize(10);
            wrong(vendor).forEach((name, wrong) -> failed.put(name, failed(wrong.of(right))));
        }

        assertThat(failed).isEqualTo(PinnedVerdicts.of("limits"));
    }

    private static List<String> failed(ChangedTarget wrong) {
        return List.copyOf(Verdicts.of(wrong, WrongLimitsTest::isConcerned).failed());
    }

    private static boolean isConcerned(Check check) {
        return check.id().startsWith("limit/") || check.id().startsWith("idempotency/");
    }

    private record Wrong(UnaryOperator<Message> request, UnaryOperator<Message> response) {
        static Wrong request(UnaryOperator<Message> change) {
            return new Wrong(change, UnaryOperator.identity());
        }

        static Wrong response(UnaryOperator<Message> change) {
            return new Wrong(UnaryOperator.identity(), change);
        }

        static Wrong on(int status, UnaryOperator<Message> change) {
            return response(response -> response.status() == status ? change.apply(response) : response);
        }

        ChangedTarget of(TestTarget right) {
            return new ChangedTarget(right, request, response);
        }
    }

    private static Map<String, Wrong> wrong(ScriptedVendor vendor) {
        Map<String, Wrong> all = new TreeMap<>();
        all.put("has-no-limit", Wrong.request(request -> with(request, END_USER, UUID.randomUUID() + "")));
        all.put(
                "one-limit-for-two-end-users",
                Wrong.request(request -> with(
                        request, END_USER, request.header(END_USER).orElse("").replace("-other", ""))));
        all.put("asks-the-vendor-beyond-the-limit", Wrong.on(429, response -> {
            HTTP.call(vendor.uri(), Message.request("POST", "/", "{}"));
            return response;
        }));
        all.put("returns-503-beyond-the-limit", Wrong.on(429, response -> withStatus(response, 503)));
        all.put("no-retry-after", Wrong.on(429, response -> without(response, "retry-after")));
        all.put("retry-after-in-words", Wrong.on(429, response -> with(response, "retry-after", "soon")));
        all.put("states-no-limits", Wrong.response(response -> without(response, "ratelimit")));
        all.put("states-no-policy", Wrong.response(response -> without(response, "ratelimit-policy")));
        all.put("never-counts", Wrong.response(response -> replaced(response, "ratelimit", ";r=[0-9]+", ";r=3")));
        all.put(
                "names-another-limit",
                Wrong.response(response -> replaced(response, "ratelimit", "\"[^\"]+\"", "\"x\"")));
        all.put("ignores-idempotency-keys", Wrong.request(request -> without(request, "idempotency-key")));
        all.put("returns-400-to-another-body", Wrong.on(409, response -> withStatus(response, 400)));
        all.put("asks-the-vendor-for-a-repeat", Wrong.on(409, response -> {
            HTTP.call(vendor.uri(), Message.request("POST", "/", "{}"));
            return response;
        }));
        all.put("errors-as-text", Wrong.response(response -> response.status() >= 400 ? text(response) : response));
        return all;
    }

    private static Message text(Message response) {
        return new Message(response.start(), response.headers(), "no");
    }

    private static Message withStatus(Message response, int status) {
        return new Message(Integer.toString(status), response.headers(), response.body());
    }

    private static Message replaced(Message message, String name, String pattern, String replacement) {
        String value = message.header(name).orElse("");
        return with(message, name, value.replaceAll(pattern, replacement));
    }

    private static Message with(Message message, String name, String value) {
        return without(message, name).with(name, value);
    }

    private static Message without(Message message, String name) {
        List<Header> rest =
                message.headers().stream().filter(header -> !header.is(name)).toList();
        return new Message(message.start(), rest, message.body());
    }
}
