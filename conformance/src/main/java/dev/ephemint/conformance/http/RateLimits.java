package dev.ephemint.conformance.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields {@code RateLimit} and {@code RateLimit-Policy} of draft-ietf-httpapi-ratelimit-headers-11 (2026-05-23). */
public final class RateLimits {
    private static final Pattern ITEM = Pattern.compile("\"([^\"]*)\"((?:\\s*;\\s*[a-z]+=(?:[0-9]+|\"[^\"]*\"))*)");
    private static final Pattern PARAMETER = Pattern.compile("([a-z]+)=(?:([0-9]+)|\"([^\"]*)\")");

    private RateLimits() {}

    /** The parameters by name of the limit; empty if the header is absent. */
    public static Map<String, Map<String, String>> of(Message response, String header) {
        Map<String, Map<String, String>> limits = new TreeMap<>();
        Matcher item = ITEM.matcher(response.header(header).orElse(""));
        while (item.find()) {
            limits.put(item.group(1), parameters(item.group(2)));
        }
        return limits;
    }

    /** -1 if it is absent or not a number: less than any quota, and never what a reached limit has left. */
    public static long number(@Nullable Map<String, String> parameters, String name) {
        String value = parameters == null ? null : parameters.get(name);
        return value != null && value.matches("[0-9]{1,15}") ? Long.parseLong(value) : -1;
    }

    /** Nothing is left, and it says for how long. */
    public static boolean isReached(Map<String, String> limit) {
        return number(limit, "r") == 0 && number(limit, "t") > 0;
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new TreeMap<>();
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            parameters.put(parameter.group(1), parameter.group(2) == null ? parameter.group(3) : parameter.group(2));
        }
        return parameters;
    }
}
