package dev.ephemint.server.sealed;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of sealed tokens, by name: the first one seals, and all of them open.
 *
 * @param byName in the order of the file; at least one
 */
public record SealKeys(Map<String, SecretKey> byName) {

    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9]{1,16})\\s+([A-Za-z0-9+/]{43}=)");
    private static final int MOST = 16;

    public SealKeys {
        byName = new LinkedHashMap<>(byName);
    }

    /**
     * Reads a line for each key: its name, a space, and 32 random bytes in Base64. Empty lines and lines that begin with
     * {@code #} are skipped. Empty if the text is anything else.
     */
    static Optional<SealKeys> parse(String text) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || keys.put(matcher.group(1), key(matcher.group(2))) != null) {
                return Optional.empty();
            }
        }
        return keys.isEmpty() || keys.size() > MOST ? Optional.empty() : Optional.of(new SealKeys(keys));
    }

    private static SecretKey key(String base64) {
        return new SecretKeySpec(Base64.getDecoder().decode(base64), "AES");
    }

    String sealing() {
        return byName.keySet().iterator().next();
    }

    Optional<SecretKey> key(CharSequence name) {
        return Optional.ofNullable(byName.get(name.toString()));
    }

    /** Names only. */
    @Override
    public String toString() {
        return "SealKeys" + byName.keySet();
    }
}
