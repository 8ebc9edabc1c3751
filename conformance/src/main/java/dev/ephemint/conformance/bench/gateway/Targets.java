package dev.ephemint.conformance.bench.gateway;

import dev.ephemint.conformance.bench.gateway.EphemintTarget.Flavor;
import java.util.ArrayList;
import java.util.List;

/** All targets, in the order of the tables: the rig, other gateways, Ephemint. */
public final class Targets {
    private Targets() {}

    /** @param jdks oldest first; the newest one also runs the flat mint and the one of Azure */
    public static List<Target> all(Place place, List<Jdk> jdks) {
        List<Target> targets = new ArrayList<>();
        targets.add(new Direct(place.vendor(), place.bodies().nested()));
        Peer.ALL.forEach(peer -> targets.add(new ScriptTarget(place, peer)));
        if (!jdks.isEmpty()) {
            CallerKeys keys = new CallerKeys(place, jdks.get(0));
            Jdk newest = jdks.get(jdks.size() - 1);
            for (Jdk jdk : jdks) {
                targets.add(new EphemintTarget(place, jdk, Flavor.NESTED, keys));
                targets.add(new EphemintTarget(place, jdk, Flavor.SMALL, keys));
            }
            targets.add(new EphemintTarget(place, newest, Flavor.FLAT, keys));
            targets.add(new EphemintTarget(place, newest, Flavor.AZURE, keys));
        }
        return targets;
    }
}
