package dev.ephemint.server.http;

import dev.ephemint.server.http.error.FailureResponse;
import dev.ephemint.server.http.error.RequestRejectedException;

/** As another one, until the service begins to stop. */
final class FallingReadiness implements Readiness {

    private final Readiness readiness;
    private volatile boolean fallen;

    FallingReadiness(Readiness readiness) {
        this.readiness = readiness;
    }

    void fall() {
        fallen = true;
    }

    @Override
    public void check() {
        if (fallen) {
            throw new RequestRejectedException(FailureResponse.stopping());
        }
        readiness.check();
    }
}
