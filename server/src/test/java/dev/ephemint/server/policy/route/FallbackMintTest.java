package dev.ephemint.server.policy.route;

import static dev.ephemint.server.Fixtures.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.CircuitOpen;
import dev.ephemint.server.mint.MintFailure.CredentialRefused;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import dev.ephemint.server.mint.MintFailure.ExpiredToken;
import dev.ephemint.server.mint.MintFailure.NoConnection;
import dev.ephemint.server.mint.MintFailure.Overloaded;
import dev.ephemint.server.mint.MintFailure.QuotaExhausted;
import dev.ephemint.server.mint.MintFailure.RateLimited;
import dev.ephemint.server.mint.MintFailure.RouteNotFound;
import dev.ephemint.server.mint.MintFailure.TimedOut;
import dev.ephemint.server.mint.MintFailure.Unreachable;
import dev.ephemint.server.mint.MintFailure.UnreadableResponse;
import dev.ephemint.server.mint.MintFailure.UpstreamsFailed;
import dev.ephemint.server.mint.MintFailure.UpstreamsFailed.Attempt;
import dev.ephemint.server.mint.MintFailure.VendorFault;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Route;
import dev.ephemint.server.mint.Route.Leg;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FallbackMintTest {

    private static final Unreachable REFUSED = new Unreachable("refused");

    private final List<String> asked = new ArrayList<>();
    private final List<Attempt> reported = new ArrayList<>();

    static Stream<MintFailedException> failuresWithoutAToken() {
        return Stream.of(
                refused(),
                MintFailedException.unsent(new TimedOut()),
                new MintFailedException(new CircuitOpen(Duration.ofSeconds(1))),
                new MintFailedException(new CredentialUnavailable("none")),
                new MintFailedException(new NoConnection()),
                new MintFailedException(new RateLimited(Optional.empty())),
                new MintFailedException(new QuotaExhausted()),
                new MintFailedException(new Overloaded(Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("failuresWithoutAToken")
    void asksTheNextOneIfNoTokenWasMade(MintFailedException failure) {
        MintedToken token = mint(failing(failure), minting()).mint(routed("first", "second"));

        assertThat(token.connection().upstream()).contains("second");
        assertThat(asked).containsExactly("first", "second");
        assertThat(reported).containsExactly(new Attempt("first", failure.failure()));
    }

    static Stream<MintFailure> failuresWithAPossibleToken() {
        return Stream.of(
                new Unreachable("broke"),
                new TimedOut(),
                new VendorFault(500),
                new VendorFault(502),
                new UnreadableResponse("cut short"),
                new ExpiredToken(),
                new CredentialRefused(401, null),
                new RouteNotFound());
    }

    @ParameterizedTest
    @MethodSource("failuresWithAPossibleToken")
    void neverAsksTheNextOneOtherwise(MintFailure failure) {
        MintFailedException failed = failed(
                () -> mint(failing(new MintFailedException(failure)), minting()).mint(routed("first", "second")));

        assertThat(failed.failure()).isEqualTo(failure);
        assertThat(failed.upstream()).contains("first");
        assertThat(asked).containsExactly("first");
        assertThat(reported).isEmpty();
    }

    @Test
    void namesEachIfAllFail() {
        MintFailedException open = new MintFailedException(new CircuitOpen(Duration.ofSeconds(1)), "req_2");

        MintFailedException failed =
                failed(() -> mint(failing(refused()), failing(open)).mint(routed("first", "second")));

        assertThat(failed.failure())
                .isEqualTo(new UpstreamsFailed(
                        List.of(new Attempt("first", REFUSED), new Attempt("second", open.failure()))));
        assertThat(failed.vendorRequestId()).contains("req_2");
        assertThat(reported).hasSize(1);
    }

    @Test
    void theOnlyUpstreamFailsAsItself() {
        MintFailedException failed =
                failed(() -> mint(failing(refused()), minting()).mint(routed("first")));

        assertThat(failed.failure()).isEqualTo(REFUSED);
        assertThat(failed.isUnsent()).isTrue();
    }

    @Test
    void asksNoOneAfterTheDeadline() {
        MintRequest request = routed("first", "second");
        MintRequest late = request.withContext(request.context().withDeadline(Deadline.within(Duration.ZERO)));

        assertThat(failed(() -> mint(failing(refused()), minting()).mint(late)).failure())
                .isEqualTo(REFUSED);
    }

    @Test
    void asksNoOneForACallerWhoHasLeft() {
        MintRequest request = routed("first", "second");
        MintRequest alone = request.withContext(request.context().withPresence(() -> true));

        assertThat(failed(() -> mint(failing(refused()), minting()).mint(alone)).failure())
                .isEqualTo(REFUSED);
    }

    @Test
    void sendsEachUpstreamItsOwnBody() {
        List<MintRequest> sent = new ArrayList<>();
        Mint recording = request -> {
            sent.add(request);
            throw new MintFailedException(REFUSED, null).as(new NoConnection());
        };

        failed(() -> mint(recording, recording).mint(routed("first", "second")));

        assertThat(sent).extracting(request -> request.at("/leg").asText()).containsExactly("", "second");
    }

    @Test
    void needsARoute() {
        assertThatThrownBy(() -> mint(minting(), minting()).mint(Fixtures.request("{}")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(mint(minting(), minting()).toString()).contains("first", "second");
    }

    private FallbackMint mint(Mint first, Mint second) {
        return new FallbackMint(
                Map.of("first", asking("first", first), "second", asking("second", second)), reported::add);
    }

    private Mint asking(String name, Mint mint) {
        return request -> {
            asked.add(name);
            return mint.mint(request);
        };
    }

    private static Mint minting() {
        return request -> Fixtures.token(1);
    }

    private static Mint failing(MintFailedException failure) {
        return request -> {
            throw failure;
        };
    }

    private static MintFailedException refused() {
        return MintFailedException.unsent(REFUSED);
    }

    private static MintRequest routed(String... names) {
        List<Leg> legs = Arrays.stream(names)
                .map(name -> new Leg(name, JsonNodeFactory.instance.objectNode().put("leg", name)))
                .toList();
        return Fixtures.request("{}").withContext(MintContext.anonymous().withRoute(new Route(legs)));
    }
}
