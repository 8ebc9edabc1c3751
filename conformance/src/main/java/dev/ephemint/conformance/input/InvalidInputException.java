package dev.ephemint.conformance.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A file that cannot be used; the message has one line for each mistake, with the file, the place and what to do. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 50;

    public InvalidInputException(String message) {
        super(message);
    }

    /** @param subject how each line begins: the file, or what it describes */
    static InvalidInputException of(String subject, Collection<Mistake> mistakes) {
        List<String> lines = new ArrayList<>();
        mistakes.stream().limit(MOST).forEach(mistake -> lines.add(subject + ": " + mistake));
        if (mistakes.size() > MOST) {
            lines.add(subject + ": " + (mistakes.size() - MOST) + " more mistakes");
        }
        return new InvalidInputException(String.join("\n", lines));
    }
}
