package dev.ephemint.server.mint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How to use a token: its addresses, and what to know before. Holds no secret; every address is made from
 * configuration and never from a vendor's redirect. Its trees are shared and not copied, so they are read-only.
 *
 * @param dialect the vendor dialect that minted
 * @param upstream the name of the upstream that minted; empty if there is only one, without a name
 * @param addresses where the token connects
 * @param firstEvents client events to send before anything else, in order
 * @param vendorTime the vendor's clock at the mint in Unix seconds; empty if it did not say
 * @param warnings what the caller should know
 * @param constraints what the caller's policy binds the token to; empty if no policy applies
 */
public record Connection(
        String dialect,
        Optional<String> upstream,
        Addresses addresses,
        List<ObjectNode> firstEvents,
        Optional<Long> vendorTime,
        List<MintWarning> warnings,
        List<Constraint> constraints) {

    public Connection {
        firstEvents = List.copyOf(firstEvents);
        warnings = List.copyOf(warnings);
        constraints = List.copyOf(constraints);
    }

    public Connection(String dialect, Addresses addresses) {
        this(dialect, Optional.empty(), addresses, List.of(), Optional.empty(), List.of(), List.of());
    }

    /**
     * Where a token connects.
     *
     * @param webSocket the socket with its query
     * @param takesSubprotocols whether a browser may offer the token as a subprotocol
     * @param webRtc where an SDP offer is posted; empty if no call is known to work
     */
    public record Addresses(URI webSocket, boolean takesSubprotocols, Optional<URI> webRtc) {

        /**
         * The same paths and queries somewhere else.
         *
         * @param scheme {@code http} or {@code https}; the socket's is {@code ws} or {@code wss} accordingly
         * @param authority host and port
         */
        public Addresses at(String scheme, String authority) {
            return new Addresses(
                    moved(webSocket, scheme.replaceFirst("^http", "ws"), authority),
                    takesSubprotocols,
                    webRtc.map(uri -> moved(uri, scheme, authority)));
        }

        private static URI moved(URI uri, String scheme, String authority) {
            return URI.create(scheme + "://" + authority).resolve(uri.toString().replaceFirst("^\\w+://[^/]+", ""));
        }
    }

    public Connection withUpstream(String name) {
        return new Connection(dialect, Optional.of(name), addresses, firstEvents, vendorTime, warnings, constraints);
    }

    public Connection withAddresses(Addresses other) {
        return new Connection(dialect, upstream, other, firstEvents, vendorTime, warnings, constraints);
    }

    /** Without a call: for a session that only a socket can carry. */
    public Connection withoutWebRtc() {
        Addresses socketOnly = new Addresses(addresses.webSocket(), addresses.takesSubprotocols(), Optional.empty());
        return new Connection(dialect, upstream, socketOnly, firstEvents, vendorTime, warnings, constraints);
    }

    public Connection withVendorTime(Optional<Long> time) {
        return new Connection(dialect, upstream, addresses, firstEvents, time, warnings, constraints);
    }

    public Connection withFirstEvent(ObjectNode event) {
        return new Connection(
                dialect, upstream, addresses, appended(firstEvents, event), vendorTime, warnings, constraints);
    }

    public Connection withWarnings(List<MintWarning> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<MintWarning> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new Connection(dialect, upstream, addresses, firstEvents, vendorTime, all, constraints);
    }

    public Connection withWarning(MintWarning warning) {
        return withWarnings(List.of(warning));
    }

    public Connection withConstraints(List<Constraint> others) {
        return new Connection(dialect, upstream, addresses, firstEvents, vendorTime, warnings, others);
    }

    private static <T> List<T> appended(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }
}
