package dev.ephemint.server.http.error;

import java.util.List;

/** All mappers there are: with them no failure leaves in another form. */
public final class ErrorMappers {

    private ErrorMappers() {}

    public static List<Object> all() {
        UnexpectedMapper unexpected = new UnexpectedMapper();
        return List.of(
                new MintFailedMapper(),
                new RejectionMapper(),
                new NotFoundMapper(),
                new NotAllowedMapper(),
                new NotAcceptableMapper(),
                new NotSupportedMapper(),
                new UnreadableHeaderMapper(),
                new WebApplicationMapper(unexpected),
                unexpected);
    }
}
