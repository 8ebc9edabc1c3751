package dev.ephemint.client.internal;

import dev.ephemint.client.generated.ApiException;
import dev.ephemint.client.generated.ApiResponse;
import dev.ephemint.client.generated.RealtimeApi;
import java.util.concurrent.CompletableFuture;

/** A generated operation with its arguments. */
@FunctionalInterface
public interface GeneratedOperation<T> {

    CompletableFuture<ApiResponse<T>> on(RealtimeApi api) throws ApiException;
}
