package dev.ephemint.conformance.record;

import dev.ephemint.conformance.http.Header;
import dev.ephemint.contract.redaction.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request header whose credential is in the environment: {@code Authorization: Bearer ${OPENAI_API_KEY}}.
 *
 * @param header filled in
 * @param template as given, with the names of the variables
 * @param secrets the values from the environment
 */
public record EnvironmentHeader(Header header, Header template, List<String> secrets) {
    private static final Pattern FORM = Pattern.compile("([\\w-]{1,64}):[ \\t]*(\\S[^\\r\\n]*)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_]\\w{0,127})}");
    private static final Pattern CREDENTIAL_NAME =
            Pattern.compile("(?i)authorization|proxy-authorization|cookie|.*(?:key|token|secret|password|auth).*");
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.:\\[\\]-]+(?:/[\\w./-]*)?");
    private static final int SHORTEST_SECRET = 8;

    public EnvironmentHeader {
        secrets = List.copyOf(secrets);
    }

    /**
     * The header with its variables filled in.
     *
     * @throws IllegalArgumentException says what is wrong, without a value
     */
    public static EnvironmentHeader parse(String text, Map<String, String> environment) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("--header: must be of the form 'name: ${VARIABLE}'");
        }
        String name = form.group(1);
        String template = form.group(2);
        boolean literal = !VARIABLE.matcher(template).find();
        boolean address = ADDRESS.matcher(template).matches();
        if (literal
                && ((!address && CREDENTIAL_NAME.matcher(name).matches())
                        || !Redactor.ofShapes().findIn(template).isEmpty())) {
            throw new IllegalArgumentException("--header " + name
                    + ": name an environment variable, as in '${VARIABLE}'; other users can see command lines");
        }
        List<String> secrets = new ArrayList<>();
        String value = VARIABLE.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(secret(name, found.group(1), environment, secrets)));
        return new EnvironmentHeader(new Header(name, value), new Header(name, template), secrets);
    }

    private static String secret(
            String header, String variable, Map<String, String> environment, List<String> secrets) {
        String value = environment.getOrDefault(variable, "");
        if (value.length() < SHORTEST_SECRET || value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("--header " + header + ": environment variable " + variable
                    + (value.isEmpty() ? " is not set" : " holds no credential (8 or more ASCII characters)"));
        }
        secrets.add(value);
        return value;
    }

    /** Only the name. */
    @Override
    public String toString() {
        return header.name() + ": ***";
    }
}
