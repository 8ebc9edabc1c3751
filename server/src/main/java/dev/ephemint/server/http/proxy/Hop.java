package dev.ephemint.server.http.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * What the outermost listed proxy says of who connected to it.
 *
 * @param address of that caller, if it is an address
 * @param scheme http or https
 * @param host with its port, if there is one
 */
record Hop(Optional<String> address, Optional<String> scheme, Optional<String> host) {

    private static final Hop NONE = new Hop(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(?:[.][0-9]{1,3}){3}|(?=.*:)[0-9A-Fa-f:.]{2,45}");

    /**
     * Each proxy appends the address that connected to it, and a caller can have sent anything before. So the list is read
     * from its end, past the addresses of listed proxies, to the first that is none.
     */
    static Hop of(HttpFields headers, ForwardedHeader kind, Predicate<String> listed) {
        try {
            return kind == ForwardedHeader.FORWARDED ? ofForwarded(headers, listed) : ofXForwarded(headers, listed);
        } catch (IllegalArgumentException | HttpException.RuntimeException malformed) {
            return NONE;
        }
    }

    private static Hop ofForwarded(HttpFields headers, Predicate<String> listed) {
        List<Map<String, String>> elements = headers.getCSV(HttpHeader.FORWARDED, true).stream()
                .map(Hop::parameters)
                .toList();
        if (elements.isEmpty()) {
            return NONE;
        }
        List<String> callers = elements.stream()
                .map(element -> address(element.getOrDefault("for", "")))
                .toList();
        Map<String, String> chosen = elements.get(elements.size() - 1 - skipped(callers, listed));
        return hop(chosen.get("for"), chosen.get("proto"), chosen.get("host"));
    }

    /** As many are skipped of each list as of the addresses; a list that a proxy has replaced is shorter. */
    private static Hop ofXForwarded(HttpFields headers, Predicate<String> listed) {
        List<String> callers = headers.getCSV(HttpHeader.X_FORWARDED_FOR, false);
        int skipped = skipped(callers.stream().map(Hop::address).toList(), listed);
        return hop(
                fromEnd(callers, skipped),
                fromEnd(headers.getCSV(HttpHeader.X_FORWARDED_PROTO, false), skipped),
                fromEnd(headers.getCSV(HttpHeader.X_FORWARDED_HOST, false), skipped));
    }

    private static int skipped(List<String> callers, Predicate<String> listed) {
        int skipped = 0;
        while (skipped < callers.size() - 1 && listed.test(callers.get(callers.size() - 1 - skipped))) {
            skipped++;
        }
        return skipped;
    }

    private static @Nullable String fromEnd(List<String> values, int skipped) {
        return values.isEmpty() ? null : values.get(Math.max(0, values.size() - 1 - skipped));
    }

    private static Hop hop(@Nullable String caller, @Nullable String scheme, @Nullable String host) {
        return new Hop(
                Optional.ofNullable(caller).map(Hop::address).filter(address -> !address.isEmpty()),
                Optional.ofNullable(scheme)
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .filter(text -> text.equals("http") || text.equals("https")),
                Optional.ofNullable(host).filter(text -> !text.isBlank()));
    }

    private static Map<String, String> parameters(String element) {
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        HttpField.getValueParameters("element;" + element, parameters);
        return parameters;
    }

    /** Without port and brackets; empty for an obfuscated one, and for what is none. */
    private static String address(String caller) {
        if (caller.isBlank()) {
            return "";
        }
        String host = Peer.withoutBrackets(new HostPort(caller.strip()).getHost());
        return ADDRESS.matcher(host).matches() ? host : "";
    }
}
