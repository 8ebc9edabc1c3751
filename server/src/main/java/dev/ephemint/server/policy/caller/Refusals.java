package dev.ephemint.server.policy.caller;

import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.NotPermitted;

/**
 * How a policy refuses a request: 403 if the caller lacks a permission, 400 if a member has a value beyond a bound.
 *
 * @param policy its name, which the caller's operator knows
 */
record Refusals(String policy) {

    MintFailedException permission(String param, String code, String denied) {
        return new MintFailedException(
                new NotPermitted(param.isEmpty() ? null : param, code, "The policy '" + policy + "' " + denied));
    }

    MintFailedException outside(String param, Bound bound, Breach breach) {
        String sent = breach.sent().isEmpty() ? "" : ", but got " + breach.sent();
        return new MintFailedException(new InvalidRequest(
                param,
                breach.code(),
                "Invalid '" + param + "': the policy '" + policy + "' allows " + bound.words() + sent + "."));
    }

    MintFailedException missing(String param) {
        return new MintFailedException(new InvalidRequest(
                param,
                "missing_required_parameter",
                "Missing required parameter: '" + param + "'. The policy '" + policy + "' requires it."));
    }

    MintFailedException unknown(String param) {
        return new MintFailedException(new InvalidRequest(
                param,
                "unknown_parameter",
                "Unknown parameter: '" + param + "'. The policy '" + policy
                        + "' allows only members that the contract has."));
    }
}
