package dev.ephemint.server.settings.network;

/**
 * The proxies in front of the service.
 *
 * @param trusted their addresses
 * @param header in which they forward where a request comes from
 * @param protocol whether their connections begin with the PROXY protocol
 */
public record ProxySettings(AddressRanges trusted, Forwarding header, boolean protocol) {

    /** The headers in which a proxy forwards where a request comes from. */
    public enum Forwarding {
        X_FORWARDED("x-forwarded"),
        FORWARDED("forwarded");

        private final String name;

        Forwarding(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
