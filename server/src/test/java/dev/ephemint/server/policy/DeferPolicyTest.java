package dev.ephemint.server.policy;

import static dev.ephemint.server.Fixtures.failureOf;
import static dev.ephemint.server.Fixtures.json;
import static dev.ephemint.server.Fixtures.request;
import static dev.ephemint.server.Fixtures.transcription;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.Connection;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.Overloaded;
import dev.ephemint.server.mint.MintFailure.VendorFault;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeferPolicyTest {

    private static final MintRequest WITH_BLOCK = transcription("{'transcription':{'model':'m'},'x':null}");

    private final List<MintRequest> seen = new ArrayList<>();
    private final DeferPolicy unit = new DeferPolicy(asked -> json("{'type':'session.update'}"));

    private Mint failingOnTheBlock(MintFailure failure) {
        return unit.around(request -> {
            seen.add(request);
            if (request.at("/session/audio/input/transcription").isObject()) {
                throw new MintFailedException(failure);
            }
            return Fixtures.token(1);
        });
    }

    @Test
    void mintsAgainWithoutTheBlockAndReturnsTheEvent() {
        Connection connection =
                failingOnTheBlock(new VendorFault(500)).mint(WITH_BLOCK).connection();

        assertThat(seen).hasSize(2);
        assertThat(seen.get(1).at("/session/audio/input")).isEqualTo(json("{'x':null}"));
        assertThat(connection.firstEvents()).containsExactly(json("{'type':'session.update'}"));
        assertThat(connection.warnings()).extracting(MintWarning::code).containsExactly("session_update_deferred");
    }

    @Test
    void addsNoEventToASuccessfulMint() {
        Connection connection =
                unit.around(request -> Fixtures.token(1)).mint(WITH_BLOCK).connection();

        assertThat(connection.firstEvents()).isEmpty();
    }

    static Stream<MintFailure> otherFailures() {
        return Stream.of(new VendorFault(502), new Overloaded(Optional.empty()), new MintFailure.TimedOut());
    }

    @ParameterizedTest
    @MethodSource("otherFailures")
    void passesOnOtherFailures(MintFailure failure) {
        assertThat(failureOf(() -> failingOnTheBlock(failure).mint(WITH_BLOCK))).isEqualTo(failure);
        assertThat(seen).hasSize(1);
    }

    @Test
    void neverDefersABlockWithUnknownMembers() {
        MintRequest unsound = transcription("{'transcription':{'model':'m','enabled':true}}");

        assertThat(failureOf(() -> failingOnTheBlock(new VendorFault(500)).mint(unsound)))
                .isEqualTo(new VendorFault(500));
        assertThat(seen).hasSize(1);
    }

    @Test
    void doesNotRetryARequestWithoutTheBlock() {
        Mint failing = unit.around(request -> {
            seen.add(request);
            throw new MintFailedException(new VendorFault(500));
        });

        assertThat(failureOf(() -> failing.mint(request("{'session':{'type':'transcription'}}"))))
                .isEqualTo(new VendorFault(500));
        assertThat(seen).hasSize(1);
    }

    @Test
    void failsIfTheSecondMintFails() {
        Mint failing = unit.around(request -> {
            throw new MintFailedException(new VendorFault(500));
        });

        assertThat(failureOf(() -> failing.mint(WITH_BLOCK))).isEqualTo(new VendorFault(500));
    }
}
