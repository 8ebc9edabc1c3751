package dev.ephemint.server.settings.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.mint.VendorName;
import dev.ephemint.server.settings.Loopback;
import dev.ephemint.server.settings.UpstreamSettings;
import java.util.Arrays;
import java.util.Optional;

/** Checks the parts of one upstream against each other. */
record UpstreamEntryChecks(String path, JsonNode entry, boolean insecure, Problems problems) {

    private static final String URL = "url";
    private static final String CREDENTIAL = "credential";

    void check(UpstreamSettings upstream) {
        if (rejectHostOfOtherVendor(upstream)) {
            return;
        }
        VendorSection own = VendorSection.of(upstream.dialect());
        VendorSection.all().stream()
                .filter(other -> !other.prefix().equals(own.prefix()))
                .flatMap(other -> other.ownMembers().stream())
                .filter(member -> !entry.at("/" + member.replace('.', '/')).isMissingNode())
                .forEach(member -> add(member, "is not used by dialect " + upstream.dialect() + "; remove it"));
        rejectHalf();
        rejectPlainHttp(upstream);
        own.checkEntry(upstream, entry, this::add);
    }

    private boolean rejectHostOfOtherVendor(UpstreamSettings upstream) {
        String host = upstream.host().orElse("");
        Optional<VendorName> owner = Arrays.stream(VendorName.values())
                .filter(vendor ->
                        vendor.ownsHost(host) && vendor != upstream.dialect().vendor())
                .findFirst();
        owner.ifPresent(vendor ->
                add("dialect", host + " belongs to " + VendorSection.of(vendor).vendor() + "; use dialect " + vendor));
        return owner.isPresent();
    }

    private void rejectHalf() {
        if (entry.has(URL) && !entry.has(CREDENTIAL)) {
            add(CREDENTIAL, "is missing: url is set");
        } else if (!entry.has(URL) && entry.has(CREDENTIAL)) {
            add(URL, "is missing: credential is set");
        }
    }

    private void rejectPlainHttp(UpstreamSettings upstream) {
        boolean plain =
                upstream.url().filter(url -> url.matches("(?i)(http|ws)://.*")).isPresent();
        if (plain && !insecure && upstream.host().filter(Loopback::isLoopback).isEmpty()) {
            add(URL, "plain http would expose the credential; use https, or start with --insecure");
        }
        String exchange = entry.at("/credential/workload-identity/token-url").asText("https:");
        if (exchange.startsWith("http:")
                && !insecure
                && !exchange.matches("http://(127\\.0\\.0\\.1|localhost)[:/].*")) {
            add(
                    "credential.workload-identity.token-url",
                    "plain http would expose the token; use https, or start with --insecure");
        }
    }

    private void add(String member, String problem) {
        problems.add(path + "." + member, problem);
    }
}
