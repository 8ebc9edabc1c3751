package dev.ephemint.server.sandbox.socket;

import java.util.ArrayList;
import java.util.List;

/** Scripted sentences in place of a transcript, one after the other. */
final class TranscriptScript {

    private static final List<String> SENTENCES = List.of(
            "This is the script of the sandbox, and not what you said.",
            "The sandbox detects that someone speaks, but not a word of it.",
            "Every transcript of the sandbox is scripted, this one too.");

    /** The first piece comes so much after speech begins (reported: 0.5 to 1.7 seconds, 2026-08 and 2026-09). */
    private static final int FIRST_PIECE = 500;

    /** From one piece to the next. */
    private static final int PIECE = 150;

    private final List<String> said = new ArrayList<>();
    private List<String> rest = List.of();
    private int sentence;
    private int due = FIRST_PIECE;
    private int processed;

    /** The pieces of the turn that are due once so much more was spoken. */
    List<String> process(int milliseconds) {
        processed += milliseconds;
        List<String> pieces = new ArrayList<>();
        while (processed >= due) {
            due += PIECE;
            pieces.add(next());
        }
        return pieces;
    }

    /** The pieces up to the end of the sentence, which is at least one. */
    List<String> finish() {
        List<String> pieces = new ArrayList<>();
        while (said.isEmpty() || !rest.isEmpty()) {
            pieces.add(next());
        }
        return pieces;
    }

    /** The whole turn, of which nothing is kept. */
    List<String> end() {
        List<String> turn = List.copyOf(said);
        said.clear();
        rest = List.of();
        due = FIRST_PIECE;
        processed = 0;
        return turn;
    }

    private String next() {
        if (rest.isEmpty()) {
            String text = SENTENCES.get(sentence++ % SENTENCES.size());
            rest = List.of((said.isEmpty() ? text : " " + text).split("(?= )", -1));
        }
        String piece = rest.get(0);
        rest = rest.subList(1, rest.size());
        said.add(piece);
        return piece;
    }
}
