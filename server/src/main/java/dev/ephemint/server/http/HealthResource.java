package dev.ephemint.server.http;

import dev.ephemint.server.http.filter.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Health checks for process supervisors; neither mints. */
@Path("/")
@Access(Access.Rule.OPEN)
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

    private final Readiness readiness;

    HealthResource(Readiness readiness) {
        this.readiness = readiness;
    }

    /** The process runs. */
    @GET
    @Path("healthz")
    public String alive() {
        return "{\"status\":\"alive\"}";
    }

    /** A mint could be tried; otherwise the failure that it would have. */
    @GET
    @Path("readyz")
    public String ready() {
        readiness.check();
        return "{\"status\":\"ready\"}";
    }
}
