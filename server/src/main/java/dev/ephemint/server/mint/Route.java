package dev.ephemint.server.mint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The upstreams that may mint for a request, in the order in which they are tried.
 *
 * @param legs empty if there is only one upstream, without a name
 */
public record Route(List<Leg> legs) {

    public static final Route NONE = new Route(List.of());

    public Route {
        legs = List.copyOf(legs);
    }

    /** Whether this upstream may mint. */
    public boolean has(String upstream) {
        return legs.stream().anyMatch(leg -> leg.upstream().equals(upstream));
    }

    /**
     * One upstream of a route.
     *
     * @param body of the request, with the upstream's names of models and as the caller's policy bounds it there
     */
    public record Leg(String upstream, ObjectNode body) {

        public Leg {
            body = body.deepCopy();
        }

        /** A copy: a leg is immutable. */
        @Override
        public ObjectNode body() {
            return body.deepCopy();
        }

        /** The body may hold what the caller keeps to itself. */
        @Override
        public String toString() {
            return upstream;
        }
    }
}
