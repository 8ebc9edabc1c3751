package dev.ephemint.server.http.error;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers one kind of failure in the envelope that all kinds share. */
abstract class ErrorMapper<E extends Throwable> implements ExceptionMapper<E> {

    abstract FailureResponse answer(E failure);

    @Override
    public final Response toResponse(E failure) {
        return answer(failure).response();
    }
}
