package dev.ephemint.conformance.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The content of a file, and what is wrong with it so far. */
public final class InputDocument {
    private final String subject;
    private final JsonNode tree;
    private final Set<Mistake> mistakes;

    InputDocument(String subject, JsonNode tree, Collection<Mistake> mistakes) {
        this.subject = subject;
        this.tree = tree;
        this.mistakes = new LinkedHashSet<>(mistakes);
    }

    /** The content, which may be wrong. */
    public JsonNode tree() {
        return tree;
    }

    /** The content. @throws InvalidInputException if anything is wrong with it */
    public JsonNode valid() {
        if (!mistakes.isEmpty()) {
            throw InvalidInputException.of(subject, mistakes);
        }
        return tree;
    }

    /**
     * What a part of the content says; empty if something is wrong with the part.
     *
     * @param value throws {@link IllegalArgumentException} for a mistake that the schema does not find
     */
    public <T> Optional<T> read(String place, Supplier<T> value) {
        if (mistakes.stream().anyMatch(mistake -> mistake.isWithin(place))) {
            return Optional.empty();
        }
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            mistakes.add(new Mistake(place, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }
}
