package dev.ephemint.server.policy;

import static dev.ephemint.server.Fixtures.failureOf;
import static dev.ephemint.server.Fixtures.request;
import static dev.ephemint.server.Fixtures.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.shape.FlatShape;
import org.junit.jupiter.api.Test;

class PlacementPolicyTest {

    private static final MintedToken TOKEN = token(1);

    private final Policy unit = new PlacementPolicy(request -> FlatShape.requireTranscription(request.at("/session")));

    @Test
    void checksTheSessionTypeBeforeTheMembers() {
        MintRequest request = request("{'session':{'type':'realtime','turn_detection':{}}}");

        assertThat(failureOf(() -> unit.around(any -> TOKEN).mint(request)))
                .isInstanceOfSatisfying(InvalidRequest.class, refusal -> assertThat(refusal.param())
                        .isEqualTo("session.type"));
    }

    @Test
    void rejectsAMisplacedMember() {
        MintRequest request = request("{'session':{'type':'transcription','turn_detection':{}}}");

        assertThat(failureOf(() -> unit.around(any -> TOKEN).mint(request)))
                .isInstanceOfSatisfying(InvalidRequest.class, refusal -> assertThat(refusal.param())
                        .isEqualTo("session.turn_detection"));
    }

    @Test
    void mintsIfNoMemberIsMisplaced() {
        assertThat(unit.around(any -> TOKEN).mint(request("{'session':{'type':'transcription'}}")))
                .isSameAs(TOKEN);
    }
}
