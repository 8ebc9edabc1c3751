package dev.ephemint.contract.redaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Hides keys in text: anything that looks like a vendor's key, and every run of eight or more characters of its known
 * credentials, in any case, split by white space or punctuation, and in the
 * escapes and encodings of {@link Decoded} and {@link KnownKeys}.
 *
 * <p>Linear in the length of the text. Immutable.
 */
public final class Redactor {

    /** Replacement for hidden text. */
    public static final String HIDDEN = "[redacted]";

    private static final Pattern JWS = Pattern.compile("eyJ[\\w-]*\\.[\\w-]+\\.[\\w-]{20,}");

    private static final int MAX_READ = 4_000;
    private static final int LONGEST_BARE_KEY = 200;
    private static final int MAX_WRITTEN = 1_000;
    private static final int MAX_CODE = 64;
    private static final int MAX_PARAM = 200;
    private static final int MAX_ID = 128;

    private static final Redactor SHAPES = new Redactor(KnownKeys.NONE, KnownKeys.NONE, false);

    private final KnownKeys known;

    /** The same without the parts that another token may share. */
    private final KnownKeys unshared;

    private final boolean keepsWords;

    private Redactor(KnownKeys known, KnownKeys unshared, boolean keepsWords) {
        this.known = known;
        this.unshared = unshared;
        this.keepsWords = keepsWords;
    }

    /** Hides anything that looks like a key; knows no credential. */
    public static Redactor ofShapes() {
        return SHAPES;
    }

    /** Hides these credentials as well; one of fewer than eight characters may be a word and is ignored. */
    public static Redactor of(Iterable<String> credentials) {
        List<String> unshared = new ArrayList<>();
        credentials.forEach(credential -> unshared.add(unshared(credential)));
        return new Redactor(KnownKeys.of(credentials), KnownKeys.of(unshared), false);
    }

    /** Hides this credential as well. */
    public Redactor with(String credential) {
        return and(of(List.of(credential)));
    }

    /** Hides the other's credentials as well. */
    public Redactor and(Redactor other) {
        return new Redactor(known.and(other.known), unshared.and(other.unshared), keepsWords);
    }

    /**
     * Keeps runs of up to 15 lower-case letters and separators: a key made of words must not break a message whose
     * members and values are words, too. Of a credential that is a JWT it hides the signature alone: a token from the same
     * issuer begins as the credential does, and must not be changed.
     */
    public Redactor sparingWords() {
        return new Redactor(unshared, unshared, true);
    }

    /** The signature of a JWT, without which the rest is no credential (RFC 7515, 7.1); any other credential unchanged. */
    private static String unshared(String credential) {
        return JWS.matcher(credential).matches() ? credential.substring(credential.lastIndexOf('.') + 1) : credential;
    }

    /** Untrusted text for people: no keys, no control characters, at most 1,000 characters of it. */
    public String text(String text) {
        String read = text.length() > MAX_READ ? beforeLastWord(text.substring(0, MAX_READ)) : text;
        Hidden hidden = new Hidden(read);
        markAll(read, hidden);
        String clean = Printable.oneLine(hidden.replaced(HIDDEN));
        boolean cut = clean.length() > MAX_WRITTEN || read.length() < text.length();
        return cut ? Printable.cut(clean, MAX_WRITTEN) + "…" : clean;
    }

    /** The whole text without runs of the credentials, and otherwise unchanged. */
    public String hide(String text) {
        if (known.isPlainlyClean(text)) {
            return text;
        }
        Hidden hidden = new Hidden(text);
        known.mark(text, hidden);
        return (keepsWords ? hidden.withoutWords(known.shortestWord()) : hidden).replaced(HIDDEN);
    }

    /** The tree with {@link #hide} applied to every text, number and name of a member; the same tree if none changes. */
    public JsonNode hide(JsonNode tree) {
        return RedactedTree.of(tree, this::hide);
    }

    /** A message redacted as a tree if it is JSON, so that it stays JSON, and as text otherwise. */
    public String hideInMessage(String message) {
        return RedactedTree.of(message, this::hide);
    }

    /** The parts of a text, of any length, that look like keys or are runs of the credentials. */
    public List<String> findIn(String text) {
        Hidden hidden = new Hidden(text);
        markAll(text, hidden);
        return hidden.pieces();
    }

    /** A code or an id, unless it is longer than 64 characters, holds anything but letters, digits and {@code _.-}, or a key. */
    public Optional<String> code(String code) {
        return word(code, MAX_CODE, c -> KeyChars.isWord((char) c) || c == '.' || c == '-');
    }

    /** A path to a member, unless it is longer than 200 characters, holds anything that no path holds, or a key. */
    public Optional<String> param(String param) {
        return word(param, MAX_PARAM, c -> KeyChars.isWord((char) c) || ".-[]/$".indexOf(c) >= 0);
    }

    /** A name for a log line, a model's for example: at most 64 characters, no key, no long run of letters and digits. */
    public Optional<String> name(String name) {
        return word(name, MAX_CODE, c -> KeyChars.isWord((char) c) || ".-:/@+".indexOf(c) >= 0)
                .filter(Redactor::isReadable);
    }

    /** A request id: as random as a key, so only known keys and keys with a prefix are hidden in it. */
    public Optional<String> requestId(String id) {
        boolean fits = fits(id, MAX_ID, c -> KeyChars.isWord((char) c) || ".:-".indexOf(c) >= 0);
        Hidden hidden = new Hidden(fits ? id : "");
        KeyShapes.markPrefixed(hidden.text(), hidden::add);
        known.mark(hidden.text(), hidden);
        return fits && hidden.isEmpty() ? Optional.of(id) : Optional.empty();
    }

    private Optional<String> word(String text, int max, IntPredicate alphabet) {
        return fits(text, max, alphabet) && findIn(text).isEmpty() ? Optional.of(text) : Optional.empty();
    }

    private static boolean fits(String text, int max, IntPredicate alphabet) {
        return !text.isEmpty() && text.length() <= max && isAll(text, alphabet);
    }

    private static boolean isAll(String text, IntPredicate alphabet) {
        for (int i = 0; i < text.length(); i++) {
            if (!alphabet.test(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void markAll(String text, Hidden hidden) {
        Decoded.strictRounds(text).forEach(view -> KeyShapes.mark(view, hidden.at(view)));
        known.mark(text, hidden);
    }

    /** Keys of 16 letters and digits in one run exist; words of a model's name with digits in them are shorter. */
    private static boolean isReadable(String name) {
        int run = 0;
        boolean digit = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean inRun = Character.isLetterOrDigit(c);
            run = inRun ? run + 1 : 0;
            digit = inRun && (digit || Character.isDigit(c));
            if (run >= 16 && digit) {
                return false;
            }
        }
        return true;
    }

    /** A key that the limit splits would no longer look like one, unless it has a prefix. */
    private static String beforeLastWord(String cut) {
        int end = cut.length();
        while (end > MAX_READ - LONGEST_BARE_KEY && !Character.isWhitespace(cut.charAt(end - 1))) {
            end--;
        }
        return cut.substring(0, end);
    }

    /** Does not print credentials. */
    @Override
    public String toString() {
        return "Redactor[***]";
    }
}
