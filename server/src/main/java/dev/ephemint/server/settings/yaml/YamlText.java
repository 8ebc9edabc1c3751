package dev.ephemint.server.settings.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2, of which JSON is a part. Aliases are allowed, and bounded: what they expand to counts.
 *
 * <p>No key may be repeated, and there are no types beyond JSON's: {@code yes} is a text.
 */
public final class YamlText {

    static final int MAX_CHARACTERS = 1_048_576;
    private static final int MAX_ALIASES = 200;

    private YamlText() {}

    /** The tree; missing if the text is empty. */
    public static JsonNode tree(String text) throws NotYamlException {
        try {
            return new YamlTree().node(new Load(settings()).loadFromString(text));
        } catch (MarkedYamlEngineException malformed) {
            throw new NotYamlException("is not valid YAML" + place(malformed.getProblemMark()));
        } catch (YamlEngineException refused) {
            throw new NotYamlException("is not one YAML document within the limits (" + MAX_CHARACTERS + " characters, "
                    + MAX_ALIASES + " aliases, no repeated key)");
        } catch (StackOverflowError deep) {
            throw new NotYamlException(YamlTree.TOO_DEEP);
        }
    }

    private static LoadSettings settings() {
        return LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setAllowNonScalarKeys(false)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
    }

    private static String place(Optional<Mark> mark) {
        return mark.map(at -> ": line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1))
                .orElse("");
    }
}
