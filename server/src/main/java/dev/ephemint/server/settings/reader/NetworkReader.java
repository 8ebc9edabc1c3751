package dev.ephemint.server.settings.reader;

import dev.ephemint.server.settings.Loopback;
import dev.ephemint.server.settings.network.AddressRanges;
import dev.ephemint.server.settings.network.AddressRanges.Range;
import dev.ephemint.server.settings.network.ProxySettings;
import dev.ephemint.server.settings.network.ProxySettings.Forwarding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what lies between callers and the service. */
final class NetworkReader {

    /** The time in which Kubernetes and load balancers stop sending requests to an instance that is not ready. */
    private static final Duration STOP_DELAY = Duration.ofSeconds(10);

    private final Values values;
    private final Problems problems;

    NetworkReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    ProxySettings proxies() {
        ProxySettings proxies = new ProxySettings(
                trusted(),
                values.choice(Property.SERVER_FORWARDED_HEADER, Forwarding.class),
                values.flag(Property.SERVER_PROXY_PROTOCOL));
        if (proxies.protocol() && !values.isSet(Property.SERVER_TRUSTED_PROXIES)) {
            problems.add(
                    Property.SERVER_PROXY_PROTOCOL,
                    "is true, but " + Property.SERVER_TRUSTED_PROXIES.key() + " is not set, so no proxy may use it");
        }
        return proxies;
    }

    /** None on loopback: there is no load balancer that has to notice. */
    Duration stopDelay() {
        return values.optionalDuration(Property.SERVER_STOP_DELAY)
                .orElseGet(() -> Loopback.isLoopback(values.text(Property.SERVER_HOST)) ? Duration.ZERO : STOP_DELAY);
    }

    private AddressRanges trusted() {
        List<String> texts = values.list(Property.SERVER_TRUSTED_PROXIES);
        texts.stream()
                .filter(text -> Range.of(text).isEmpty())
                .findFirst()
                .ifPresent(text -> problems.add(
                        Property.SERVER_TRUSTED_PROXIES,
                        "must be IP addresses or ranges such as 10.0.0.0/8 or fd00::/8, got " + text));
        return new AddressRanges(
                texts.stream().map(Range::of).flatMap(Optional::stream).toList());
    }
}
