package dev.ephemint.server.settings.reader;

import dev.ephemint.server.settings.ConfigSections;
import java.util.Map;

/** Everything that is set, as it was written. */
record Gathered(Map<Property, String> values, ConfigSections sections) {}
