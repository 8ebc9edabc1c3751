package dev.ephemint.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ephemint.client.generated.ApiException;
import dev.ephemint.client.internal.Address;
import dev.ephemint.client.internal.ConnectionFailure;
import dev.ephemint.client.internal.ErrorDetails;
import dev.ephemint.client.internal.ResponseSummary;
import dev.ephemint.contract.redaction.Redactor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Translates failures of a generated operation. Generated exceptions print the body, so none is kept as a cause. */
final class ExceptionTranslator {

    private final @Nullable String key;
    private final Clock clock;
    private final URI address;
    private volatile @Nullable HttpResponse<?> seen;

    ExceptionTranslator(@Nullable String key, Clock clock, URI address) {
        this.key = key;
        this.clock = clock;
        this.address = address;
    }

    void seen(HttpResponse<?> response) {
        seen = response;
    }

    RuntimeException of(Throwable failure) {
        Throwable reason = reason(failure);
        if (reason instanceof RuntimeException unchecked) {
            return unchecked;
        }
        HttpResponse<?> response = seen;
        if (response != null) {
            return response.statusCode() / 100 == 2
                    ? unreadable()
                    : ResponseException.of(response(response, body(reason)));
        }
        return withoutResponse(reason);
    }

    /** A stage wraps what the stage before failed with, and the JDK's blocking call also what a body failed with. */
    private static Throwable reason(Throwable failure) {
        Throwable reason = failure;
        while (reason instanceof CompletionException && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason instanceof IOException && reason.getCause() instanceof EphemintException own ? own : reason;
    }

    UnreadableResponseException unreadable() {
        HttpResponse<?> response = seen;
        if (response == null) {
            throw new IllegalStateException("no response was seen");
        }
        return new UnreadableResponseException(
                "holds no client secret in the contract's form", response(response, null));
    }

    private RuntimeException withoutResponse(Throwable reason) {
        if (reason instanceof ApiException && reason.getCause() instanceof JsonProcessingException) {
            return new IllegalArgumentException("The request cannot be written as JSON");
        }
        return reason instanceof IOException broken
                ? exception(ConnectionFailure.of(broken, address))
                : new IllegalStateException(
                        "The call failed by " + reason.getClass().getName());
    }

    static EphemintException exception(ConnectionFailure failure) {
        return failure.isUnreachable()
                ? new UnreachableException(failure.message(), failure.cause())
                : new NoResponseException(failure.message(), null);
    }

    /** Vendors echo a key that they reject, so headers that contain any of it are left out. */
    private ResponseSummary response(HttpResponse<?> response, @Nullable String body) {
        Redactor keys = Redactor.of(key == null ? List.of() : List.of(key));
        HttpHeaders headers = HttpHeaders.of(
                response.headers().map(), (name, value) -> keys.hide(value).equals(value));
        ErrorDetails error = ErrorDetails.read(body == null ? null : keys.hideInMessage(body));
        return ResponseSummary.of(Address.of(address), response.statusCode(), headers, error, clock);
    }

    private static @Nullable String body(Throwable reason) {
        return reason instanceof ApiException generated ? generated.getResponseBody() : null;
    }
}
