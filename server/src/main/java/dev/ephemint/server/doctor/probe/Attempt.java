package dev.ephemint.server.doctor.probe;

import dev.ephemint.server.doctor.diagnosis.Symptom;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintedToken;

/** The result of one mint. */
sealed interface Attempt {

    record Minted(MintedToken token) implements Attempt {}

    record Failed(MintFailure failure, Symptom symptom) implements Attempt {

        /** Whether the request's own members may be to blame, so that another request may mint. */
        boolean isOfTheRequest() {
            return failure instanceof MintFailure.RefusedByVendor
                    || failure instanceof MintFailure.InvalidRequest
                    || failure instanceof MintFailure.VendorFault;
        }
    }
}
