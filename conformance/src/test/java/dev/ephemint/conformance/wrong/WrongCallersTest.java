package dev.ephemint.conformance.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.check.Check;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.HttpCaller;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.profile.Profiles;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.conformance.verdict.TestTarget;
import dev.ephemint.conformance.verdict.Verdicts;
import dev.ephemint.server.caller.CallerKey;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * A check of callers, wrong in one thing: the kit finds the pinned requirements violated, and no other. The profile is that of
 * {@code server/docs/conformance.md}, {@code --profile ephemint-callers}.
 */
final class WrongCallersTest {
    private static final CallerKey KEY = CallerKey.random();

    @Test
    void theProfileOfCallersPassesAndEachWrongOneIsCaughtAsPinned() throws IOException {
        Map<String, List<String>> failed = new TreeMap<>();
        try (Gateway.Running facade = Facades.start(CallersFacade.settings(KEY))) {
            TestTarget right = new TestTarget(
                    facade.uri(),
                    CallersFacade.profile(Profiles.of("ephemint-callers"), KEY),
                    Optional.empty(),
                    new HttpCaller(Duration.ofMinutes(5)));

            assertThat(Verdicts.of(right).others()).isEmpty();
            assertThat(Verdicts.of(right, WrongCallersTest::isConcerned).passed())
                    .hasSize(8);
            wrong().forEach((name, wrong) -> failed.put(name, failed(wrong.of(right))));
        }

        assertThat(failed).isEqualTo(PinnedVerdicts.of("callers"));
    }

    private static List<String> failed(ChangedTarget wrong) {
        return List.copyOf(Verdicts.of(wrong, WrongCallersTest::isConcerned).failed());
    }

    private static boolean isConcerned(Check check) {
        return check.id().startsWith("caller/");
    }

    private record Wrong(UnaryOperator<Message> request, UnaryOperator<Message> response) {
        ChangedTarget of(TestTarget right) {
            return new ChangedTarget(right, request, response);
        }
    }

    private static Map<String, Wrong> wrong() {
        Map<String, Wrong> all = new TreeMap<>();
        all.put(
                "asks-no-key",
                new Wrong(request -> bearer(request).isEmpty() ? known(request) : request, UnaryOperator.identity()));
        all.put(
                "accepts-any-key",
                new Wrong(request -> bearer(request).isPresent() ? known(request) : request, UnaryOperator.identity()));
        all.put(
                "accepts-minted-tokens",
                new Wrong(
                        request -> bearer(request)
                                        .filter(key -> key.contains("ek_"))
                                        .isPresent()
                                ? known(request)
                                : request,
                        UnaryOperator.identity()));
        all.put(
                "mints-beyond-the-policy",
                new Wrong(
                        request -> new Message(
                                request.start(),
                                request.headers(),
                                request.body().replace("whisper-1", "gpt-4o-transcribe")),
                        UnaryOperator.identity()));
        all.put(
                "names-no-scheme",
                new Wrong(UnaryOperator.identity(), response -> without(response, "www-authenticate")));
        all.put(
                "answers-403-to-the-unknown",
                new Wrong(
                        UnaryOperator.identity(),
                        response -> response.status() == 401
                                ? new Message(Message.response(403, "").start(), response.headers(), response.body())
                                : response));
        all.put(
                "errors-as-text",
                new Wrong(
                        UnaryOperator.identity(),
                        response -> response.status() >= 400
                                ? new Message(response.start(), response.headers(), "no")
                                : response));
        return all;
    }

    private static Optional<String> bearer(Message request) {
        return request.header("authorization");
    }

    private static Message known(Message request) {
        return without(request, "authorization")
                .with("authorization", "Bearer " + KEY.whole().reveal());
    }

    private static Message without(Message message, String name) {
        List<Header> rest = message.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase(name))
                .toList();
        return new Message(message.start(), rest, message.body());
    }
}
