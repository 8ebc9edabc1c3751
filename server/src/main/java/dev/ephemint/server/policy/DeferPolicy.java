package dev.ephemint.server.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.VendorFault;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.shape.Placement;
import java.util.function.Function;

/**
 * If the vendor responds with 500 to a mint with a transcription block, mints once more without the block and returns
 * the event that sets it after connecting. Azure did so on 2026-06-02: 500 with the block, 200 without it.
 *
 * <p>A 500 gave no token, and a second mint costs nothing, so this is the one place that sends a mint twice.
 *
 * @param sessionUpdate the event that configures a session as a request asks, in the vendor's own names
 */
public record DeferPolicy(Function<MintRequest, ObjectNode> sessionUpdate) implements Policy {

    private static final String BLOCK = "session.audio.input.transcription";

    private static final MintWarning DEFERRED = new MintWarning(
            "session_update_deferred",
            "The vendor failed on this block, so the token was minted without it. Send connect.first_events first.",
            BLOCK);

    @Override
    public Mint around(Mint next) {
        return request -> {
            try {
                return next.mint(request);
            } catch (MintFailedException failed) {
                if (!failed.failure().equals(new VendorFault(500)) || !hasSoundBlock(request)) {
                    throw failed;
                }
                return deferred(next, request);
            }
        };
    }

    private MintedToken deferred(Mint next, MintRequest request) {
        MintedToken token = next.mint(request.withBody(withoutBlock(request)));
        return token.withConnection(
                token.connection().withFirstEvent(sessionUpdate.apply(request)).withWarning(DEFERRED));
    }

    /** A block with members that the contract does not know is not deferred: the socket would refuse the event. */
    private static boolean hasSoundBlock(MintRequest request) {
        return request.at("/session/audio/input/transcription").isObject()
                && Placement.unknown(request).stream().noneMatch(path -> path.startsWith(BLOCK + "."));
    }

    private static ObjectNode withoutBlock(MintRequest request) {
        ObjectNode body = request.copyOfBody();
        ((ObjectNode) body.at("/session/audio/input")).remove("transcription");
        return body;
    }
}
