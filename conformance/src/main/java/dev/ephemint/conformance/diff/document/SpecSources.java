package dev.ephemint.conformance.diff.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the document that an argument names: a file, the root file of a document of many files, {@code REVISION:path}, a
 * revision, a released version, or {@code current}.
 */
public final class SpecSources {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final String TREE = "spec/src/main/openapi/openapi.yaml";
    private static final String IN_JAR = "/kit/released/";
    private static final String CURRENT = "/dev/ephemint/contract/";

    private final Path directory;
    private final String kind;

    private SpecSources(Path directory, String kind) {
        this.directory = directory;
        this.kind = kind;
    }

    /** @param directory where relative files and git revisions are looked for */
    public static SpecSources ofOperations(Path directory) {
        return new SpecSources(directory, "openapi");
    }

    public static SpecSources ofEvents(Path directory) {
        return new SpecSources(directory, "asyncapi");
    }

    public SpecDocument find(String argument) {
        Path file = directory.resolve(argument);
        if (Files.isRegularFile(file)) {
            return ofFile(argument, file);
        }
        if (argument.equals("current")) {
            return resource("current", CURRENT + kind + ".yaml")
                    .orElseThrow(() -> new InvalidDocumentException("current: the contract is missing in this jar"));
        }
        if (VERSION.matcher(argument).matches()) {
            return released(argument)
                    .orElseThrow(() -> new InvalidDocumentException(argument + ": no such released version"));
        }
        return ofRevision(argument);
    }

    /** The released document, from the working directory's repository or from this jar. */
    public Optional<SpecDocument> released(String version) {
        String name = kind + "-" + version + ".yaml";
        Path file = directory.resolve("spec/src/released").resolve(name);
        if (Files.isRegularFile(file)) {
            return Optional.of(SpecDocument.parse(version, "spec/src/released/" + name, text(file)));
        }
        return resource(version, IN_JAR + name);
    }

    private static Optional<SpecDocument> resource(String name, String path) {
        try (InputStream in = SpecSources.class.getResourceAsStream(path)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(SpecDocument.parse(
                            name, Pointers.last(path), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SpecDocument ofRevision(String argument) {
        int colon = argument.indexOf(':');
        if (colon > 0) {
            String path = argument.substring(colon + 1);
            GitFiles files = new GitFiles(directory, argument.substring(0, colon));
            return isContractTree(path)
                    ? new TreeBundler(files::text).bundle(argument, path)
                    : SpecDocument.parse(argument, path, files.text(path));
        }
        GitFiles files = new GitFiles(directory, argument);
        if (!files.exists()) {
            throw new InvalidDocumentException(argument + ": not a file, a released version or a git revision");
        }
        if (kind.equals("asyncapi")) {
            throw new InvalidDocumentException(
                    argument + ": events are not bundled from a revision; name REVISION:spec/src/released/FILE");
        }
        return new TreeBundler(files::text).bundle(argument, TREE);
    }

    private SpecDocument ofFile(String argument, Path file) {
        return isContractTree(argument)
                ? new TreeBundler(path -> text(directory.resolve(path))).bundle(argument, argument)
                : SpecDocument.parse(argument, argument, text(file));
    }

    /** The contract's own tree has one root file of this name, and no bundle has it. */
    private static boolean isContractTree(String path) {
        return path.replace('\\', '/').endsWith(TREE);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidDocumentException(file + ": cannot be read", e);
        }
    }
}
