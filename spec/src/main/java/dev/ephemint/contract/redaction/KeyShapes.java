package dev.ephemint.contract.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds text that looks like a vendor's key, without knowing any. OpenAI repeats parts of a key in its 401 message
 * (recorded 2026-09-18).
 *
 * <p>One pass; each part of the text is read a fixed number of times.
 */
final class KeyShapes {

    /** Prefixes that only keys have. */
    private static final List<String> KEYS = List.of("sk-", "sk_", "ek-", "ek_", "epk_");

    /** Prefixes that words may have too, so a digit or a mask must follow. */
    private static final List<String> IDENTIFIERS =
            List.of("rk-", "rk_", "pk-", "pk_", "key-", "key_", "sess-", "org-", "proj-", "asst-");

    /** Words that follow "bearer" and "basic" in sentences about authentication. */
    private static final Set<String> PROSE = Set.of(
            "and",
            "auth",
            "authentication",
            "authorization",
            "credential",
            "credentials",
            "for",
            "format",
            "header",
            "headers",
            "must",
            "not",
            "prefix",
            "realm",
            "schema",
            "scheme",
            "the",
            "token",
            "tokens",
            "value",
            "was",
            "with");

    private static final int SHORTEST_TAIL = 3;
    private static final int SHORTEST_IDENTIFIER = 6;
    private static final int SHORTEST_JWT = 8;
    private static final int LONGEST_PROSE = 20;

    /** Azure's keys have 32 hex digits, or 84 letters and digits. */
    private static final int SHORTEST_BARE = 32;

    /** Words between slashes are shorter than parts of base64 are. */
    private static final int SHORTEST_BARE_PART = 20;

    private static final int SHORTEST_MASK = 3;

    private final CharSequence text;
    private final Hidden.Sink hidden;

    /** How far the text is hidden. */
    private int done;

    /** How far the text is known not to hold an identifier's digit. */
    private int withoutDigit;

    /** How far the text was searched for a bare key. */
    private int bare;

    private KeyShapes(CharSequence text, Hidden.Sink hidden) {
        this.text = text;
        this.hidden = hidden;
    }

    static void mark(CharSequence text, Hidden.Sink hidden) {
        new KeyShapes(text, hidden).scan(true);
    }

    /** Only keys with a prefix: an id may be as random as a key. */
    static void markPrefixed(CharSequence text, Hidden.Sink hidden) {
        new KeyShapes(text, hidden).scan(false);
    }

    private void scan(boolean withBare) {
        for (int i = 0; i < text.length(); i = Math.max(i + 1, done)) {
            char c = text.charAt(i);
            boolean begins = KeyChars.isWord(c) && (i == 0 || !KeyChars.isWord(text.charAt(i - 1)));
            boolean found = (begins && (key(i) || identifier(i) || scheme(i))) || (c == 'e' && jwt(i));
            if (!found && withBare) {
                found = (KeyChars.isMask(c) && masked(i)) || (begins && bareKey(i));
            }
        }
    }

    private boolean key(int at) {
        int tail = afterPrefix(at, KEYS);
        int end = tail < 0 ? tail : tailEnd(tail);
        return end - tail >= SHORTEST_TAIL && tail > 0 && hide(at, end);
    }

    private boolean identifier(int at) {
        int tail = at < withoutDigit ? -1 : afterPrefix(at, IDENTIFIERS);
        if (tail < 0) {
            return false;
        }
        int end = tailEnd(tail);
        boolean likeKey = hasDigitOrMask(tail, end);
        withoutDigit = likeKey ? withoutDigit : end;
        return likeKey && end - tail >= SHORTEST_IDENTIFIER && hide(at, end);
    }

    /** A token after "bearer", or the base64 after "basic". */
    private boolean scheme(int at) {
        boolean bearer = isAt(at, "bearer");
        int space = at + (bearer ? "bearer" : "basic").length();
        if ((!bearer && !isAt(at, "basic")) || space >= text.length() || !KeyChars.isGap(text.charAt(space))) {
            return false;
        }
        int from = space;
        while (from < text.length() && KeyChars.isGap(text.charAt(from))) {
            from++;
        }
        int end = from;
        while (end < text.length() && KeyChars.isCredential(text.charAt(end))) {
            end++;
        }
        return end - from >= SHORTEST_TAIL && !isProse(from, end) && (bearer || isEncoded(from, end)) && hide(at, end);
    }

    private boolean isProse(int from, int end) {
        int last = text.charAt(end - 1) == '.' ? end - 1 : end;
        return last - from <= LONGEST_PROSE
                && PROSE.contains(text.subSequence(from, last).toString().toLowerCase(Locale.ROOT));
    }

    private boolean isEncoded(int from, int end) {
        boolean upper = false;
        boolean digit = false;
        for (int i = from + 1; i < end; i++) {
            upper |= Character.isUpperCase(text.charAt(i));
            digit |= Character.isDigit(text.charAt(i)) || text.charAt(i) == '=';
        }
        return upper || digit;
    }

    private boolean jwt(int at) {
        if (!(at + 2 < text.length() && text.charAt(at + 1) == 'y' && text.charAt(at + 2) == 'J')) {
            return false;
        }
        int end = at + 3;
        while (end < text.length() && (KeyChars.isWord(text.charAt(end)) || ".-".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end - at >= SHORTEST_JWT && hide(at, end);
    }

    /** The rest of a masked key; it has at most two other adjacent stars. */
    private boolean masked(int at) {
        int stars = at;
        while (stars < text.length() && KeyChars.isMask(text.charAt(stars))) {
            stars++;
        }
        if (stars - at < SHORTEST_MASK) {
            return false;
        }
        int from = at;
        while (from > done && (KeyChars.isWord(text.charAt(from - 1)) || text.charAt(from - 1) == '-')) {
            from--;
        }
        return hide(from, tailEnd(stars));
    }

    private boolean bareKey(int at) {
        if (at < bare) {
            return false;
        }
        int part = 0;
        boolean digit = false;
        boolean likeKey = false;
        int end = at;
        for (; end < text.length() && KeyChars.isBare(text.charAt(end)); end++) {
            char c = text.charAt(end);
            part = c == '/' ? 0 : part + 1;
            digit = c != '/' && (digit || KeyChars.isDigit(c));
            likeKey |= digit && part >= SHORTEST_BARE_PART;
        }
        bare = end;
        return likeKey && end - at >= SHORTEST_BARE && hide(at, end);
    }

    private boolean hide(int from, int to) {
        hidden.add(from, to);
        done = to;
        return true;
    }

    private int afterPrefix(int at, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (isAt(at, prefix)) {
                return at + prefix.length();
            }
        }
        return -1;
    }

    private boolean isAt(int at, String lowerCase) {
        if (at + lowerCase.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (Character.toLowerCase(text.charAt(at + i)) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** End of a possible masked key; a full stop after it belongs to the sentence. */
    private int tailEnd(int from) {
        int end = from;
        while (end < text.length() && KeyChars.isTail(text.charAt(end))) {
            end++;
        }
        return end > from && text.charAt(end - 1) == '.' ? end - 1 : end;
    }

    private boolean hasDigitOrMask(int from, int end) {
        for (int i = from; i < end; i++) {
            if (KeyChars.isDigit(text.charAt(i)) || KeyChars.isMask(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
