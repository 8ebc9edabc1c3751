package dev.ephemint.contract.redaction;

import java.util.Map;

/** Decodes one escape at a time. Reads a bounded number of characters for each. */
enum Escapes {
    /** Backslashes of JSON and of programming languages, percent signs, HTML's character references. */
    STRICT,
    /** Also quoted-printable and {@code 0x73}. */
    LOOSE;

    private static final int HEX = 16;
    private static final int OCTAL = 8;
    private static final int DECIMAL = 10;

    /** Those of the characters that a credential may hold and that HTML names. */
    private static final Map<String, Character> NAMED = Map.ofEntries(
            Map.entry("amp", '&'),
            Map.entry("lt", '<'),
            Map.entry("gt", '>'),
            Map.entry("quot", '"'),
            Map.entry("apos", '\''),
            Map.entry("sol", '/'),
            Map.entry("bsol", '\\'),
            Map.entry("plus", '+'),
            Map.entry("equals", '='),
            Map.entry("hyphen", '-'),
            Map.entry("dash", '-'),
            Map.entry("lowbar", '_'),
            Map.entry("period", '.'),
            Map.entry("colon", ':'),
            Map.entry("semi", ';'),
            Map.entry("percnt", '%'),
            Map.entry("num", '#'),
            Map.entry("nbsp", ' '),
            Map.entry("shy", ' '));

    /** Whether the text contains a character that begins an escape. */
    boolean mayBeIn(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '%' || c == '&' || (this == LOOSE && (c == '=' || isHexMark(text, i)))) {
                return true;
            }
        }
        return false;
    }

    /** The x of {@code 0x73}. */
    private static boolean isHexMark(CharSequence text, int at) {
        return (text.charAt(at) == 'x' || text.charAt(at) == 'X') && at > 0 && text.charAt(at - 1) == '0';
    }

    /** Appends the decoded character at a position, if any; returns the position after it. */
    int read(CharSequence text, int at, StringBuilder plain) {
        char c = text.charAt(at);
        int next =
                switch (c) {
                    case '\\' -> backslash(text, at + 1, plain);
                    case '%' -> percent(text, at + 1, plain);
                    case '&' -> reference(text, at + 1, plain);
                    case '=' -> this == LOOSE ? quotedPrintable(text, at + 1, plain) : at;
                    case '0' -> this == LOOSE && isOneOf(text, at + 1, "xX") ? code(text, at + 2, 2, HEX, plain) : at;
                    default -> at;
                };
        if (next > at) {
            return next;
        }
        plain.append(c);
        return at + 1;
    }

    /** Skips all consecutive backslashes: which of them are escaped themselves does not matter here. */
    private static int backslash(CharSequence text, int from, StringBuilder plain) {
        int at = from;
        while (isOneOf(text, at, "\\")) {
            at++;
        }
        int code = isOneOf(text, at, "u")
                ? unicode(text, at + 1, plain)
                : isOneOf(text, at, "x") ? code(text, at + 1, 2, HEX, plain) : code(text, at, 3, OCTAL, plain);
        if (code > 0) {
            return code;
        }
        if (at < text.length()) {
            plain.append(isOneOf(text, at, "nrtbf") ? ' ' : text.charAt(at));
            return at + 1;
        }
        return at;
    }

    private static int unicode(CharSequence text, int at, StringBuilder plain) {
        if (isOneOf(text, at, "{")) {
            return closed(text, at + 1, HEX, '}', plain);
        }
        return code(text, at, 4, HEX, plain);
    }

    private static int percent(CharSequence text, int at, StringBuilder plain) {
        return isOneOf(text, at, "uU") ? code(text, at + 1, 4, HEX, plain) : code(text, at, 2, HEX, plain);
    }

    private static int reference(CharSequence text, int at, StringBuilder plain) {
        if (isOneOf(text, at, "#")) {
            return isOneOf(text, at + 1, "xX")
                    ? closed(text, at + 2, HEX, ';', plain)
                    : closed(text, at + 1, DECIMAL, ';', plain);
        }
        int end = at;
        while (end < text.length() && end - at < 7 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        Character named =
                isOneOf(text, end, ";") ? NAMED.get(text.subSequence(at, end).toString()) : null;
        if (named == null) {
            return 0;
        }
        plain.append(named.charValue());
        return end + 1;
    }

    private static int quotedPrintable(CharSequence text, int at, StringBuilder plain) {
        if (isOneOf(text, at, "\r\n")) {
            plain.append(' ');
            return at + 1;
        }
        return code(text, at, 2, HEX, plain);
    }

    /** A number of any length up to seven digits, and its end, which may be missing. */
    private static int closed(CharSequence text, int from, int radix, char closing, StringBuilder plain) {
        int at = from;
        int value = 0;
        while (at < text.length() && at - from < 7 && Character.digit(text.charAt(at), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(at), radix);
            at++;
        }
        if (at == from) {
            return 0;
        }
        plain.append((char) value);
        return at < text.length() && text.charAt(at) == closing ? at + 1 : at;
    }

    /** A number with this many digits; 0 if it is not a number. */
    private static int code(CharSequence text, int from, int digits, int radix, StringBuilder plain) {
        if (from + digits > text.length()) {
            return 0;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return 0;
            }
            value = value * radix + digit;
        }
        plain.append((char) value);
        return from + digits;
    }

    private static boolean isOneOf(CharSequence text, int at, String any) {
        return at < text.length() && any.indexOf(text.charAt(at)) >= 0;
    }
}
