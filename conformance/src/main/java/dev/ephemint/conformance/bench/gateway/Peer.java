package dev.ephemint.conformance.bench.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A gateway that users would pick instead.
 *
 * @param directory of its {@code start.sh}, in the checkout
 * @param mintPath the path of its mint
 * @param vendorPath what it expects after the vendor's address
 * @param headers of each request; {@code VENDOR} in a value is the vendor's address
 */
record Peer(
        String id,
        String title,
        String directory,
        String mintPath,
        String vendorPath,
        Map<String, String> environment,
        Map<String, String> headers) {

    private static final String LITELLM_KEY = "sk-kit-litellm";

    static final List<Peer> ALL = List.of(
            plain("nginx", "nginx `proxy_pass`"),
            new Peer(
                    "gomodel",
                    "GoModel, pass-through",
                    "conformance/bench/peers/gomodel",
                    "/p/openai/v1/realtime/client_secrets",
                    "/v1",
                    Map.of(),
                    Map.of()),
            plain("go-proxy", "Go's `httputil.ReverseProxy`, a stand-in for a Go gateway that only forwards"),
            plain("express", "Express and fetch, on Node"),
            new Peer(
                    "portkey",
                    "Portkey",
                    "conformance/src/test/peers/portkey",
                    MintPaths.NESTED,
                    "",
                    Map.of(),
                    Map.of(
                            "authorization", "Bearer " + Place.VENDOR_KEY,
                            "x-portkey-provider", "openai",
                            "x-portkey-custom-host", "VENDOR/v1")),
            new Peer(
                    "litellm",
                    "LiteLLM, one worker",
                    "conformance/src/test/peers/litellm",
                    MintPaths.NESTED,
                    "/v1",
                    Map.of("LITELLM_MASTER_KEY", LITELLM_KEY),
                    Map.of("authorization", "Bearer " + LITELLM_KEY)));

    private static Peer plain(String id, String title) {
        return new Peer(id, title, "conformance/bench/peers/" + id, MintPaths.NESTED, "", Map.of(), Map.of());
    }

    Map<String, String> headers(URI vendor) {
        Map<String, String> sent = new TreeMap<>();
        headers.forEach((name, value) -> sent.put(name, value.replace("VENDOR", vendor.toString())));
        return sent;
    }
}
