package dev.ephemint.conformance.matrix;

import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A gateway without a shape of its own, which changes every body. */
record LossyGateway(Profile profile, ScriptedVendor kitVendor, UnaryOperator<String> change) implements Target {
    private static final MessageSender SENDER = new MessageSender();

    @Override
    public Optional<ScriptedVendor> vendor() {
        return Optional.of(kitVendor);
    }

    @Override
    public Message call(Message request) {
        Message forwarded = Message.request("POST", profile.dialect().mintPath(), change.apply(request.body()))
                .with("content-type", "application/json");
        Message response = SENDER.call(kitVendor.uri(), forwarded);
        return Message.response(response.status(), change.apply(response.body()));
    }
}
