package dev.ephemint.conformance.bench.rig;

import java.net.URI;
import java.util.Map;

/** A request for a token, ready to be sent. Its headers may hold a credential, which its text form leaves out. */
public record Mint(URI address, Map<String, String> headers, String body) {

    public Mint {
        headers = Map.copyOf(headers);
    }

    public Mint withBody(String other) {
        return new Mint(address, headers, other);
    }

    @Override
    public String toString() {
        return "Mint[address=" + address + ", headers=" + headers.keySet() + ", body=" + body.length() + " characters]";
    }
}
