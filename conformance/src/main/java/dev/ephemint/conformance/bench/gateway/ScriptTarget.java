package dev.ephemint.conformance.bench.gateway;

import dev.ephemint.conformance.bench.rig.Mint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Another project's gateway, installed and started by its {@code start.sh PORT}. */
public final class ScriptTarget implements Target {
    private static final Duration INSTALLATION = Duration.ofMinutes(12);

    private final Place place;
    private final Peer peer;

    ScriptTarget(Place place, Peer peer) {
        this.place = place;
        this.peer = peer;
    }

    @Override
    public String id() {
        return peer.id();
    }

    @Override
    public String title() {
        return peer.title();
    }

    @Override
    public boolean isFlat() {
        return false;
    }

    @Override
    public RunningTarget start(Setup setup) throws TargetUnavailableException {
        URI address = place.freeAddress();
        Path script = place.root().resolve(peer.directory()).resolve("start.sh");
        Map<String, String> environment = new HashMap<>(peer.environment());
        environment.put("VENDOR_URL", place.vendor().uri() + peer.vendorPath());
        environment.put("OPENAI_API_KEY", Place.VENDOR_KEY);
        environment.put("NO_PROXY", "127.0.0.1");
        environment.put("RIG", place.rig().program().toString());
        ServiceProcess process = ServiceProcess.start(
                List.of("sh", script.toString(), String.valueOf(address.getPort())), environment, place.log(id()));
        Mint mint = new Mint(
                address.resolve(peer.mintPath()),
                peer.headers(place.vendor().uri()),
                place.bodies().nested());
        Duration firstMint = process.firstMint(mint, INSTALLATION);
        return new RunningTarget(this, process.version(), mint, process.handle(), firstMint, process::stop);
    }
}
