package dev.ephemint.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;

/** The data that the kit brings: tapes, scenarios, profiles and requirements, in its jar or in a directory of classes. */
public final class KitData {
    private static final Path ROOT = root();

    private KitData() {}

    /** A file or directory of the data, by its path below {@code kit/}. */
    public static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    private static Path root() {
        URL tapes = KitData.class.getResource("/kit/tapes");
        if (tapes == null) {
            throw new NoSuchElementException("the kit's data is missing from its jar");
        }
        try {
            URI uri = tapes.toURI();
            if (uri.getScheme().equals("jar")) {
                // Open until the process ends: the paths are read lazily.
                FileSystems.newFileSystem(uri, Map.of());
            }
            return Path.of(uri).resolveSibling("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
