package dev.ephemint.server.settings.reader;

import dev.ephemint.server.settings.BadSettingsException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that the operator can fix all of it at once. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    void add(Property property, String problem) {
        add(property.key(), problem);
    }

    void add(String name, String problem) {
        found.add(name + ": " + problem);
    }

    boolean none() {
        return found.isEmpty();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new BadSettingsException(found);
        }
    }
}
