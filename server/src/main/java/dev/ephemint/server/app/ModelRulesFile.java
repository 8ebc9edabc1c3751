package dev.ephemint.server.app;

import dev.ephemint.server.policy.model.ModelRules;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.Property;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the configured model rules, or the built-in ones. */
final class ModelRulesFile {

    private ModelRulesFile() {}

    /** @throws BadSettingsException if the configured file holds no model rules */
    static ModelRules rules(Settings settings) {
        return settings.mint().modelRulesFile().map(ModelRulesFile::read).orElseGet(ModelRules::builtIn);
    }

    private static ModelRules read(Path file) {
        try (InputStream json = Files.newInputStream(file)) {
            return ModelRules.read(json);
        } catch (IOException unreadable) {
            throw new BadSettingsException(List.of(Property.MINT_MODEL_RULES_FILE.key() + ": holds no model rules: "
                    + file + ": " + unreadable.getMessage()));
        }
    }
}
