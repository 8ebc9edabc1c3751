package dev.ephemint.server.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** For whoever keeps the process running. Neither answer costs a mint. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

    private final Readiness readiness;

    HealthResource(Readiness readiness) {
        this.readiness = readiness;
    }

    /** The process answers. */
    @GET
    @Path("healthz")
    public String alive() {
        return "{\"status\":\"alive\"}";
    }

    /** A mint could be tried; where it could not, the failure that it would meet. */
    @GET
    @Path("readyz")
    public String ready() {
        readiness.check();
        return "{\"status\":\"ready\"}";
    }
}
