package dev.ephemint.server.dialect.azure;

import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.dialect.PastedUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Azure OpenAI resource's root from any pasted form: bare host, trailing slash, {@code /openai}, {@code /openai/v1},
 * or the full address of an operation. The wrong form is what most users of this service stumble over.
 */
public final class AzureEndpoint {

    private static final String GATEWAY = ".services.ai.azure.com";
    private static final String RESOURCE = ".openai.azure.com";
    private static final Pattern OPENAI = Pattern.compile("^(.*?)/openai(/.*)?$");

    private AzureEndpoint() {}

    /**
     * Normalises a pasted address.
     *
     * @throws IllegalArgumentException saying what is wrong and what to paste instead
     */
    public static Endpoint of(String pasted) {
        PastedUrl url = PastedUrl.parse(pasted);
        refuse(url);
        List<String> notes = new ArrayList<>();
        if (url.isUnsafe()) {
            notes.add("plain http: the key travels unencrypted");
        }
        if (url.host().endsWith(GATEWAY)) {
            // 404 for realtime when probed on 2026-08-03; the resource's own host responds.
            notes.add("host " + GATEWAY + " rewritten to " + RESOURCE);
            url = url.withHost(url.host().replace(GATEWAY, RESOURCE));
        }
        String root = root(url);
        if (!root.equals(url.path())) {
            notes.add("path " + url.path() + " rewritten to " + (root.isEmpty() ? "/" : root));
        }
        if (!url.query().isEmpty()) {
            notes.add("the query was taken off");
        }
        return new Endpoint(url.withPath(root), notes);
    }

    private static void refuse(PastedUrl url) {
        if (url.path().contains("/api/projects")) {
            throw new IllegalArgumentException(
                    "is the address of a project; paste the resource's, https://<resource>" + RESOURCE);
        }
        boolean preview = url.path().contains("/realtimeapi");
        if (url.query().contains("api-version") && !preview && !url.path().endsWith("/openai/realtime")) {
            // Azure's migration guide: a handshake with it on the GA address fails with 401.
            throw new IllegalArgumentException(
                    "must not hold api-version: GA uses none, and the preview's is the setting azure.api-version");
        }
    }

    /** What stands before {@code /openai}; a gateway may have a prefix of its own, Azure's hosts have none. */
    private static String root(PastedUrl url) {
        Matcher openai = OPENAI.matcher(url.path());
        if (openai.matches()) {
            return openai.group(1);
        }
        return url.host().endsWith(RESOURCE) ? "" : url.path();
    }
}
