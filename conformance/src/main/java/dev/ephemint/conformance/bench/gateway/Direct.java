package dev.ephemint.conformance.bench.gateway;

import dev.ephemint.conformance.bench.rig.Mint;
import dev.ephemint.conformance.bench.rig.MockVendor;
import java.time.Duration;
import java.util.Map;

/** No gateway: what load generator and mock vendor need by themselves. */
public final class Direct implements Target {
    public static final String ID = "direct";

    private final MockVendor vendor;
    private final String body;

    public Direct(MockVendor vendor, String body) {
        this.vendor = vendor;
        this.body = body;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "direct to the mock vendor";
    }

    @Override
    public boolean isFlat() {
        return false;
    }

    @Override
    public RunningTarget start(Setup setup) {
        Mint mint = new Mint(vendor.uri().resolve(MintPaths.NESTED), Map.of(), body);
        return new RunningTarget(this, "", mint, vendor.handle(), Duration.ZERO, () -> {});
    }
}
