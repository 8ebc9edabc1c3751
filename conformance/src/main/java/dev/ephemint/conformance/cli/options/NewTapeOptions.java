package dev.ephemint.conformance.cli.options;

import dev.ephemint.conformance.record.RedactionRules;
import dev.ephemint.conformance.record.TapeDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where new tapes are written, and what is replaced in them. */
public final class NewTapeOptions {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "directory for the tapes, DIR/DIALECT/NAME.json")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(names = "--replace", description = "replace tapes that exist; without it they are kept")
    private boolean replace;

    @Option(
            names = "--id",
            paramLabel = "MEMBER",
            description = "also replace the texts of this member; for a member whose value is refused as random")
    private List<String> ids = new ArrayList<>();

    public TapeDirectory directory() {
        return new TapeDirectory(out, replace);
    }

    public RedactionRules rules() {
        return RedactionRules.defaults().withIds(ids);
    }
}
