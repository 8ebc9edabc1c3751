package dev.ephemint.contract.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text with its escapes decoded, and the position of every character in the original; of a text itself there are none. */
final class Decoded implements CharSequence {

    /** An escape may itself be escaped, and that one again. */
    private static final int ROUNDS = 3;

    private final CharSequence chars;
    private final int @Nullable [] starts;
    private final int @Nullable [] ends;

    private Decoded(CharSequence chars, int @Nullable [] starts, int @Nullable [] ends) {
        this.chars = chars;
        this.starts = starts;
        this.ends = ends;
    }

    /** The text itself, and the text after each round of decoding backslashes, percent signs and HTML references. */
    static List<Decoded> strictRounds(CharSequence text) {
        return rounds(of(text), Escapes.STRICT);
    }

    /** The same with quoted-printable and {@code 0x73}, which plain text may resemble; without the text itself. */
    static List<Decoded> looseRounds(CharSequence text) {
        List<Decoded> rounds = rounds(of(text), Escapes.LOOSE);
        return rounds.subList(1, rounds.size());
    }

    static Decoded of(CharSequence text) {
        return new Decoded(text, null, null);
    }

    private static List<Decoded> rounds(Decoded text, Escapes escapes) {
        List<Decoded> rounds = new ArrayList<>(List.of(text));
        Decoded last = text;
        for (int i = 0; i < ROUNDS && escapes.mayBeIn(last); i++) {
            Decoded next = last.undone(escapes);
            if (next.length() == last.length()) {
                break;
            }
            rounds.add(next);
            last = next;
        }
        return rounds;
    }

    /** One round; every escape is longer than its character. */
    Decoded undone(Escapes escapes) {
        StringBuilder plain = new StringBuilder(length());
        int[] newStarts = new int[length()];
        int[] newEnds = new int[length()];
        for (int at = 0; at < length(); ) {
            int before = plain.length();
            int next = escapes.read(this, at, plain);
            if (plain.length() > before) {
                newStarts[before] = start(at);
                newEnds[before] = end(next - 1);
            }
            at = next;
        }
        return new Decoded(
                plain.toString(), Arrays.copyOf(newStarts, plain.length()), Arrays.copyOf(newEnds, plain.length()));
    }

    /** Start of the character in the original. */
    int start(int index) {
        return starts == null ? index : starts[index];
    }

    /** End of the character in the original. */
    int end(int index) {
        return ends == null ? index + 1 : ends[index];
    }

    @Override
    public int length() {
        return chars.length();
    }

    @Override
    public char charAt(int index) {
        return chars.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return chars.subSequence(from, to);
    }

    @Override
    public String toString() {
        return chars.toString();
    }
}
