package dev.ephemint.contract.redaction;

/** Kinds of characters in and around keys. */
final class KeyChars {

    private KeyChars() {}

    static boolean isGap(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == ':';
    }

    /** Not the placeholder of {@code Bearer {value}}. */
    static boolean isCredential(char c) {
        return !isGap(c) && "'\",;<>{}".indexOf(c) < 0;
    }

    static boolean isTail(char c) {
        return isWord(c) || isMask(c) || ".…-".indexOf(c) >= 0;
    }

    static boolean isBare(char c) {
        return isLetter(c) || isDigit(c) || "+/=".indexOf(c) >= 0;
    }

    static boolean isMask(char c) {
        return c == '*' || c == '\u2022';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isWord(char c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }

    private static boolean isLetter(char c) {
        return isLowerCase(c) || (c >= 'A' && c <= 'Z');
    }

    static boolean isLowerCase(char c) {
        return c >= 'a' && c <= 'z';
    }
}
