package dev.ephemint.contract.redaction;

import java.util.function.LongPredicate;

/** All runs of eight characters of a text, ignoring case and invisible characters; each as one number. */
final class Runs {

    static final int LENGTH = 8;

    private static final int BITS = 8;

    private Runs() {}

    /** Which characters count. */
    enum Reading {
        /** All but white space, control characters and invisible ones. */
        VISIBLE,
        /** Letters and digits: a key may be split by anything else. */
        LETTERS_AND_DIGITS;

        boolean skips(char c) {
            return isInvisible(c) || (this == LETTERS_AND_DIGITS && !Character.isLetterOrDigit(c));
        }
    }

    @FunctionalInterface
    interface Consumer {

        void accept(long run, int from, int to);
    }

    /** Whether one of the runs is such, in either reading; without the work that their places take. */
    static boolean any(CharSequence text, LongPredicate such) {
        int visible = 0;
        int letters = 0;
        long ofVisible = 0;
        long ofLetters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = folded(text.charAt(i));
            if (isInvisible(c)) {
                continue;
            }
            boolean letter = Character.isLetterOrDigit(c);
            if (c > 0x7f) {
                visible = 0;
                letters = letter ? 0 : letters;
                continue;
            }
            ofVisible = ofVisible << BITS | c;
            visible++;
            if (visible >= LENGTH && such.test(ofVisible)) {
                return true;
            }
            if (letter) {
                ofLetters = ofLetters << BITS | c;
                letters++;
                if (letters >= LENGTH && (visible < LENGTH || ofLetters != ofVisible) && such.test(ofLetters)) {
                    return true;
                }
            }
        }
        return false;
    }

    static void forEach(CharSequence text, Reading reading, Consumer consumer) {
        int[] places = new int[LENGTH];
        int count = 0;
        long run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = folded(text.charAt(i));
            if (reading.skips(c)) {
                continue;
            }
            if (c > 0x7f) {
                count = 0;
                continue;
            }
            run = run << BITS | c;
            places[count % LENGTH] = i;
            count++;
            if (count >= LENGTH) {
                consumer.accept(run, places[count % LENGTH], i + 1);
            }
        }
    }

    /** In lower case; the full-width forms of ASCII as ASCII. */
    private static char folded(char c) {
        if (c <= 0x7f) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        return Character.toLowerCase(c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c);
    }

    private static boolean isInvisible(char c) {
        if (c <= 0x7f) {
            return c <= ' ' || c == 0x7f;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
