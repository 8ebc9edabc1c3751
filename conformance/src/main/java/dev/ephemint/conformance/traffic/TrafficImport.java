package dev.ephemint.conformance.traffic;

import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.record.Captured;
import dev.ephemint.conformance.record.ComposedTape;
import dev.ephemint.conformance.record.SuspectedSecretException;
import dev.ephemint.conformance.record.TapeComposer;
import dev.ephemint.conformance.record.TapeDirectory;
import dev.ephemint.conformance.tape.InvalidTapeException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes tapes of the mints in a file of recorded traffic, and says what it skips. */
public final class TrafficImport {
    private static final String NOTE = "Imported from traffic that another program recorded.";

    private final TapeComposer composer;
    private final TapeDirectory directory;
    private final MintFinder finder;
    private final Consumer<String> print;

    /**
     * An import into a directory.
     *
     * @param moreHosts hosts, beside the vendors', that pass a vendor's bytes on unchanged
     * @param print receives one line for each exchange; no line holds any part of it but its place
     */
    public TrafficImport(
            TapeComposer composer, TapeDirectory directory, List<String> moreHosts, Consumer<String> print) {
        this.composer = composer;
        this.directory = directory;
        this.finder = new MintFinder(moreHosts);
        this.print = print;
    }

    /**
     * Reads HAR 1.2.
     *
     * @throws InvalidTrafficException before anything is written
     */
    public ImportResult har(Path file, String prefix) {
        return write(HarReader.read(file), prefix);
    }

    /**
     * Reads NDJSON.
     *
     * @throws InvalidTrafficException before anything is written
     */
    public ImportResult ndjson(Path file, String prefix) {
        return write(NdjsonReader.read(file), prefix);
    }

    private ImportResult write(List<Exchange> exchanges, String prefix) {
        Map<TargetDialect, Integer> numbers = new EnumMap<>(TargetDialect.class);
        int written = 0;
        int skipped = 0;
        int refused = 0;
        for (Exchange exchange : exchanges) {
            MintFinder.Found found = finder.find(exchange);
            if (found.dialect().isEmpty()) {
                print.accept(exchange + ": skipped, " + found.reason());
                skipped++;
                continue;
            }
            TargetDialect dialect = found.dialect().get();
            String name = prefix + "-" + numbers.merge(dialect, 1, Integer::sum);
            if (!directory.accepts(dialect.id() + "/" + name)) {
                print.accept(exchange + ": skipped, the tape exists (--replace replaces it)");
                skipped++;
            } else if (write(dialect, name, exchange)) {
                written++;
            } else {
                refused++;
            }
        }
        return new ImportResult(written, skipped, refused);
    }

    private boolean write(TargetDialect dialect, String name, Exchange exchange) {
        try {
            ComposedTape tape = composer.compose(dialect, name, NOTE, captured(exchange));
            directory.write(tape);
            print.accept(exchange + ": " + tape);
            return true;
        } catch (SuspectedSecretException | InvalidTapeException e) {
            print.accept(exchange + ": " + e.getMessage());
            return false;
        }
    }

    private static Captured captured(Exchange exchange) {
        URI url = URI.create(exchange.url());
        String query = url.getRawQuery() == null ? "" : url.getRawQuery();
        Message request = new Message(
                exchange.request().method() + " " + url.getRawPath() + (query.isEmpty() ? "" : "?" + query),
                exchange.request().headers(),
                exchange.request().body());
        List<String> credentials = Stream.concat(exchange.credentials().stream(), Credentials.inQuery(query))
                .toList();
        return new Captured(request, exchange.response(), credentials);
    }
}
