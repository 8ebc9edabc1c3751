package dev.ephemint.conformance.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.TargetVendor;
import dev.ephemint.conformance.json.ExactJson;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Finds the dialect of a mint by method, path and the vendor's host. */
final class MintFinder {
    private final JsonNode vendorHosts = ExactJson.resource(MintFinder.class, "hosts.json");
    private final Set<String> moreHosts;

    /** @param moreHosts hosts that pass a vendor's bytes on unchanged, as a recording proxy does */
    MintFinder(List<String> moreHosts) {
        this.moreHosts = Set.copyOf(moreHosts);
    }

    /** A dialect, or why the exchange is none of a vendor's mints. */
    record Found(Optional<TargetDialect> dialect, String reason) {
        static Found none(String reason) {
            return new Found(Optional.empty(), reason);
        }
    }

    Found find(Exchange exchange) {
        URI url = url(exchange.url());
        String path = Optional.ofNullable(url.getPath()).orElse("");
        String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
        Optional<TargetDialect> dialect = Arrays.stream(TargetDialect.values())
                .filter(candidate -> candidate.mintPath().equals(path))
                .findFirst();
        if (dialect.isEmpty()) {
            return Found.none("no mint by its path");
        }
        if (!exchange.request().method().equals("POST")) {
            return Found.none("no POST");
        }
        if (exchange.response().status() < 100) {
            return Found.none("no response");
        }
        return isOf(dialect.get().vendor(), host)
                ? new Found(dialect, "")
                : Found.none("not the vendor's host (--host)");
    }

    private boolean isOf(TargetVendor vendor, String host) {
        Predicate<JsonNode> matches =
                pattern -> Pattern.matches(pattern.path("pattern").textValue(), host);
        return moreHosts.contains(host)
                || StreamSupport.stream(
                                vendorHosts
                                        .path(vendor.name().toLowerCase(Locale.ROOT))
                                        .spliterator(),
                                false)
                        .anyMatch(matches);
    }

    private static URI url(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return URI.create("");
        }
    }
}
