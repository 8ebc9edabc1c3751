package dev.ephemint.server.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.DialectName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No request leaves an adapter outside its caller's policy: in either shape, over every dialect, with members misspelled,
 * misplaced, null or absent, with repair, and in the event of a deferral.
 */
final class PolicyPropertyTest {

    private static final long SEED = 20_261_126;
    private static final int REQUESTS = 300;

    /** Until one of them is outside. */
    private static final int MOST_REQUESTS = 3000;

    static Stream<Arguments> everyDialect() {
        return Arrays.stream(PolicyCase.values())
                .flatMap(policy -> Arrays.stream(DialectName.values()).map(dialect -> Arguments.of(policy, dialect)));
    }

    @ParameterizedTest
    @MethodSource("everyDialect")
    void nothingLeavesOutsideThePolicy(PolicyCase policy, DialectName dialect) throws Exception {
        try (PolicedFacade facade = PolicedFacade.start(dialect, policy.policy())) {
            Tally tally = run(policy, facade, REQUESTS);

            assertThat(tally.outside()).isEmpty();
            assertThat(tally.sent())
                    .as("requests that were sent, or the test proves nothing")
                    .isGreaterThan(20);
        }
    }

    static Stream<Arguments> everyRule() {
        return Arrays.stream(PolicyCase.values())
                .flatMap(policy -> policy.rules().stream().map(rule -> Arguments.of(policy, rule)));
    }

    /** The property fails if a rule is missing: each rule is needed for it. */
    @ParameterizedTest
    @MethodSource("everyRule")
    void findsARequestThatAWeakerPolicyLetsThrough(PolicyCase policy, String rule) throws Exception {
        try (PolicedFacade facade = PolicedFacade.start(DialectName.OPENAI, policy.without(rule))) {
            assertThat(run(policy, facade, MOST_REQUESTS).outside()).isNotEmpty();
        }
    }

    private static Tally run(PolicyCase policy, PolicedFacade facade, int requests) throws Exception {
        Tally tally = new Tally(policy);
        for (int i = 0; i < requests && tally.outside().isEmpty(); i++) {
            HostileRequests hostile = new HostileRequests(SEED + i);
            boolean flat = hostile.coin();
            ObjectNode body = hostile.next(flat);
            tally.judge("seed " + (SEED + i) + ", " + body, facade.post(flat, body));
        }
        return tally;
    }

    /** What left the facade, and what of it was outside. */
    private static final class Tally {

        private final PolicyCase policy;
        private int sent;
        private List<String> outside = List.of();

        Tally(PolicyCase policy) {
            this.policy = policy;
        }

        void judge(String request, PolicedFacade.Left left) {
            sent += left.bodies().size();
            left.bodies().stream()
                    .filter(body -> !policy.isWithin(new SentMembers(body), false))
                    .forEach(body -> outside = List.of(request + " was sent as " + body));
            left.events().stream()
                    .filter(event -> !policy.isWithin(new SentMembers(event), true))
                    .forEach(event -> outside = List.of(request + " became the event " + event));
        }

        int sent() {
            return sent;
        }

        List<String> outside() {
            return outside;
        }
    }
}
