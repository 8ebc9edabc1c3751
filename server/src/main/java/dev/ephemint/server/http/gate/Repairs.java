package dev.ephemint.server.http.gate;

import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.shape.Repair.Repaired;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;

/** The repairs of a request, kept from the reading of its body until its mint. */
public record Repairs(List<MintWarning> warnings) {

    private static final String PROPERTY = Repairs.class.getName();

    static void remember(ContainerRequestContext request, Repaired repaired) {
        request.setProperty(PROPERTY, new Repairs(repaired.warnings()));
    }

    /** The mint request with a warning for each repair. */
    public static MintRequest warn(ContainerRequestContext request, MintRequest asked) {
        MintRequest warned = asked;
        if (request.getProperty(PROPERTY) instanceof Repairs repairs) {
            for (MintWarning warning : repairs.warnings()) {
                warned = warned.withWarning(warning);
            }
        }
        return warned;
    }
}
