package dev.ephemint.server.sandbox.socket;

import dev.ephemint.server.sandbox.session.Protocol;
import dev.ephemint.server.sandbox.session.VendorModels;
import dev.ephemint.server.sandbox.wire.TokenRegistry;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the conversations of a vendor's sockets have in common.
 *
 * @param models what the vendor does with its models
 * @param serves whether a model or deployment is there to transcribe
 * @param absence the code by which a transcript fails for want of a deployment
 */
public record SocketContext(
        Protocol protocol,
        VendorModels models,
        TokenRegistry ids,
        Predicate<String> serves,
        @Nullable String absence) {

    public SocketContext with(Protocol other) {
        return new SocketContext(other, models, ids, serves, absence);
    }

    /** The same, in which every transcript fails with that code. */
    public SocketContext servingNothing(@Nullable String code) {
        return new SocketContext(protocol, models, ids, model -> false, code);
    }

    String id(String kind) {
        return ids.id(kind);
    }
}
