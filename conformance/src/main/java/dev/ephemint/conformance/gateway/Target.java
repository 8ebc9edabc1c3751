package dev.ephemint.conformance.gateway;

import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.NoResponseException;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.util.Optional;

/** The gateway under test, as checks call it. */
public interface Target {

    Profile profile();

    /** The vendor that the kit plays behind the gateway; empty if the kit is in front only. */
    Optional<ScriptedVendor> vendor();

    /**
     * Sends a request with the profile's headers added, except those that it has itself, and records the exchange.
     *
     * @param request its target is below the target's URL
     * @throws NoResponseException if no HTTP response came
     */
    Message call(Message request);

    /** The same without the profile's headers; records the exchange likewise. */
    default Message callBare(Message request) {
        return call(request);
    }

    /** Posts a JSON body to the profile's endpoint of the operation. */
    default Message mint(MintOperation operation, String body) {
        String path = Optional.ofNullable(profile().endpoints().get(operation))
                .orElseThrow(() -> new IllegalArgumentException("the profile has no " + operation));
        return call(Message.request("POST", path, body).with("content-type", "application/json"));
    }
}
