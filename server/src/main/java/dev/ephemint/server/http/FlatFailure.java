package dev.ephemint.server.http;

import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.FaultOnUnknownMembers;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.NotPermitted;
import dev.ephemint.server.mint.MintFailure.RefusedByVendor;
import dev.ephemint.server.mint.VendorError;
import dev.ephemint.server.mint.shape.FlatShape;

/** Maps a failure to the flat shape: it names members by the paths that the caller used. */
final class FlatFailure {

    private FlatFailure() {}

    static MintFailure of(MintFailure failure) {
        if (failure instanceof InvalidRequest invalid) {
            return new InvalidRequest(
                    FlatShape.flatParam(invalid.param()), invalid.code(), FlatShape.flatText(invalid.message()));
        }
        if (failure instanceof NotPermitted refused) {
            String param = refused.param();
            return new NotPermitted(
                    param == null ? null : FlatShape.flatParam(param),
                    refused.code(),
                    FlatShape.flatText(refused.message()));
        }
        if (failure instanceof RefusedByVendor refused) {
            VendorError error = refused.error();
            String param = error.param() == null ? null : FlatShape.flatParam(error.param());
            return new RefusedByVendor(
                    refused.status(), new VendorError(error.code(), param, FlatShape.flatText(error.message())));
        }
        if (failure instanceof FaultOnUnknownMembers fault) {
            return new FaultOnUnknownMembers(
                    fault.members().stream().map(FlatShape::flatParam).toList());
        }
        return failure;
    }
}
