package dev.ephemint.conformance.wrong;

import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A target whose requests and responses are changed on their way. */
record ChangedTarget(Target inner, UnaryOperator<Message> request, UnaryOperator<Message> response) implements Target {
    @Override
    public Profile profile() {
        return inner.profile();
    }

    @Override
    public Optional<ScriptedVendor> vendor() {
        return inner.vendor();
    }

    @Override
    public Message call(Message sent) {
        return response.apply(inner.call(request.apply(sent)));
    }

    @Override
    public Message callBare(Message sent) {
        return response.apply(inner.callBare(request.apply(sent)));
    }
}
