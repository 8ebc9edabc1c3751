package dev.ephemint.server.dialect.openai;

import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.dialect.PastedUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** OpenAI's base address ({@code https://api.openai.com/v1}) from any pasted form; works for compatible servers. */
public final class OpenAiEndpoint {

    private static final Pattern OPERATION = Pattern.compile("/realtime(/.*)?$");

    private OpenAiEndpoint() {}

    /**
     * Normalises a pasted address.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Endpoint of(String pasted) {
        PastedUrl url = PastedUrl.parse(pasted);
        if (!url.query().isEmpty()) {
            throw new IllegalArgumentException("must not hold a query: OpenAI's mint uses none");
        }
        List<String> notes = new ArrayList<>();
        if (url.isUnsafe()) {
            notes.add("plain http: the key travels unencrypted");
        }
        String path = OPERATION.matcher(url.path()).replaceFirst("");
        if (!path.equals(url.path())) {
            notes.add("the operation's path was taken off");
        }
        if (path.isEmpty()) {
            notes.add("/v1 was added");
            path = "/v1";
        }
        return new Endpoint(url.withPath(path), notes);
    }
}
