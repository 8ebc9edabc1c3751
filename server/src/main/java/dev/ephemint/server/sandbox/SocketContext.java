package dev.ephemint.server.sandbox;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the conversations of a vendor's sockets have in common.
 *
 * @param models what the vendor does with its models
 * @param serves whether a model or deployment is there to transcribe
 * @param absence the code by which a transcript fails for want of a deployment
 */
record SocketContext(
        Protocol protocol,
        VendorModels models,
        TokenRegistry ids,
        Predicate<String> serves,
        @Nullable String absence) {

    SocketContext with(Protocol other) {
        return new SocketContext(other, models, ids, serves, absence);
    }

    /** The same, in which every transcript fails with that code. */
    SocketContext servingNothing(@Nullable String code) {
        return new SocketContext(protocol, models, ids, model -> false, code);
    }

    String id(String kind) {
        return ids.id(kind);
    }
}
