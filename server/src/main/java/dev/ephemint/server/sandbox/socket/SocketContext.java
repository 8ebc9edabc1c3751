package dev.ephemint.server.sandbox.socket;

import dev.ephemint.server.sandbox.session.Protocol;
import dev.ephemint.server.sandbox.session.VendorModels;
import dev.ephemint.server.sandbox.wire.TokenRegistry;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What all sockets of a vendor share.
 *
 * @param models the vendor's models
 * @param serves whether a model or deployment exists
 * @param absence the code of a transcript that fails because a deployment is missing
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
