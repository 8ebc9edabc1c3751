package dev.ephemint.server.http.error;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Maps one kind of failure to the error envelope. */
abstract class ErrorMapper<E extends Throwable> implements ExceptionMapper<E> {

    abstract FailureResponse response(E failure);

    @Override
    public final Response toResponse(E failure) {
        return response(failure).toResponse();
    }
}
