package dev.ephemint.contract.redaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The ranges of a text to hide. */
final class Hidden {

    /** One range. */
    @FunctionalInterface
    interface Sink {

        void add(int from, int to);
    }

    private static final int LONGEST_WORD = 15;

    private final String text;
    private final BitSet places = new BitSet();

    Hidden(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    void add(int from, int to) {
        places.set(from, to);
    }

    /** Adds ranges of a decoded form of the text. */
    Sink at(Decoded view) {
        return (from, to) -> add(view.start(from), view.end(to - 1));
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** Without ranges that read like words and are shorter than the shortest key that does. */
    Hidden withoutWords(int shortestWord) {
        Hidden rest = new Hidden(text);
        forEach((from, to) -> {
            if (to - from >= shortestWord || !isWord(text.substring(from, to))) {
                rest.add(from, to);
            }
        });
        return rest;
    }

    String replaced(String other) {
        if (places.isEmpty()) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        int[] done = {0};
        forEach((from, to) -> {
            replaced.append(text, done[0], from).append(other);
            done[0] = to;
        });
        return replaced.append(text, done[0], text.length()).toString();
    }

    List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        forEach((from, to) -> pieces.add(text.substring(from, to)));
        return pieces;
    }

    private void forEach(Sink sink) {
        for (int from = places.nextSetBit(0); from >= 0; ) {
            int to = places.nextClearBit(from);
            sink.add(from, to);
            from = places.nextSetBit(to);
        }
    }

    /** At most 15 lower-case letters and separators. */
    static boolean isWord(String piece) {
        return piece.length() <= LONGEST_WORD
                && piece.chars().allMatch(c -> KeyChars.isLowerCase((char) c) || "_-. ".indexOf(c) >= 0);
    }
}
