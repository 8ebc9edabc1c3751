package dev.ephemint.server.settings.reader;

import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.VendorName;
import dev.ephemint.server.settings.Loopback;
import dev.ephemint.server.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Checks settings against each other: each is well formed, but together they cannot work. */
final class CrossChecks {

    private static final int SHORTEST_PEPPER = 32;

    private final Settings settings;
    private final Values values;
    private final Problems problems;

    CrossChecks(Settings settings, Values values, Problems problems) {
        this.settings = settings;
        this.values = values;
        this.problems = problems;
    }

    void check(boolean insecure) {
        rejectShortPepper();
        if (settings.upstreams().isEmpty() && !rejectHostOfOtherVendor()) {
            checkVendor();
        }
        if (!insecure) {
            if (!settings.sections().checksCallers()) {
                rejectOpenListener();
                rejectOtherHosts();
            }
            if (settings.upstreams().isEmpty()) {
                rejectPlainHttp();
            }
        }
    }

    /** A short one could be guessed from the configuration and one key. */
    private void rejectShortPepper() {
        Property pepper = values.isSet(Property.AUTH_PEPPER) ? Property.AUTH_PEPPER : Property.AUTH_PEPPER_FILE;
        settings.auth()
                .pepper()
                .filter(secret -> secret.length() < SHORTEST_PEPPER)
                .ifPresent(secret -> problems.add(pepper, "must have at least " + SHORTEST_PEPPER + " characters"));
    }

    private void checkVendor() {
        rejectOtherSections();
        rejectCredentialWithoutUrl();
        rejectUrlWithoutCredential();
        rejectLifetimeThatTheVendorSets();
        section().check(settings, values, problems);
    }

    /** With the wrong dialect every other setting of the vendor looks wrong as well, so only this is reported. */
    private boolean rejectHostOfOtherVendor() {
        String host = settings.upstream().host().orElse("");
        Optional<VendorName> owner = Arrays.stream(VendorName.values())
                .filter(vendor -> vendor.ownsHost(host))
                .filter(vendor -> vendor != dialect().vendor())
                .findFirst();
        owner.map(VendorSection::of)
                .ifPresent(other -> problems.add(
                        Property.UPSTREAM_DIALECT,
                        host + " belongs to " + other.vendor() + "; set " + other.howToConfigure()));
        return owner.isPresent();
    }

    private DialectName dialect() {
        return settings.upstream().dialect();
    }

    private VendorSection section() {
        return VendorSection.of(dialect());
    }

    private void rejectOtherSections() {
        VendorSection.all().stream()
                .filter(section -> !section.prefix().equals(section().prefix()))
                .flatMap(section -> section.properties().stream())
                .filter(values::isSet)
                .forEach(property -> problems.add(
                        property,
                        "is not used by dialect " + dialect() + "; remove it or change "
                                + Property.UPSTREAM_DIALECT.key()));
    }

    private void rejectCredentialWithoutUrl() {
        if (!values.isSet(Property.UPSTREAM_URL)) {
            VendorSection.all().stream()
                    .flatMap(section -> credentials(section).stream())
                    .forEach(property ->
                            problems.add(property, "is set, but " + Property.UPSTREAM_URL.key() + " is not"));
        }
    }

    private void rejectUrlWithoutCredential() {
        boolean none = VendorSection.all().stream()
                .allMatch(section -> credentials(section).isEmpty());
        if (values.isSet(Property.UPSTREAM_URL) && none) {
            problems.add(
                    Property.UPSTREAM_URL,
                    "is set, but no credential is; set " + section().howToAuthenticate());
        }
    }

    private void rejectLifetimeThatTheVendorSets() {
        if (!dialect().acceptsLifetime() && values.isSet(Property.MINT_EXPIRES_AFTER_SECONDS)) {
            problems.add(
                    Property.MINT_EXPIRES_AFTER_SECONDS,
                    "is not used by dialect " + dialect() + ", because the vendor sets the lifetime; remove it");
        }
    }

    private List<Property> credentials(VendorSection section) {
        return section.credentials(values.set());
    }

    private void rejectOpenListener() {
        if (!Loopback.isLoopback(settings.server().host())) {
            problems.add(
                    Property.SERVER_HOST,
                    "callers are not checked, so anyone who reaches this service can mint on your account; configure"
                            + " callers, listen on 127.0.0.1, or start with --insecure behind a proxy that checks callers");
        }
    }

    /** A request with a host that is not loopback comes through a proxy, and so can a request of anyone who reaches the proxy. */
    private void rejectOtherHosts() {
        if (!settings.server().allowedHosts().stream().allMatch(Loopback::isLoopback)) {
            problems.add(
                    Property.SERVER_ALLOWED_HOSTS,
                    "callers are not checked, so anyone who reaches the proxy can mint on your account; configure"
                            + " callers, remove it, or start with --insecure behind a proxy that checks callers");
        }
    }

    private void rejectPlainHttp() {
        boolean plain = settings.upstream()
                .url()
                .filter(url -> url.matches("(?i)(http|ws)://.*"))
                .isPresent();
        if (plain && settings.upstream().host().filter(Loopback::isLoopback).isEmpty()) {
            problems.add(
                    Property.UPSTREAM_URL,
                    "plain http would expose the credential; use https, or start with --insecure");
        }
    }
}
