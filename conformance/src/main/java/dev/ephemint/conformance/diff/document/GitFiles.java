package dev.ephemint.conformance.diff.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Files of one revision of a git repository. */
final class GitFiles {
    private final Path directory;
    private final String revision;

    /** @param directory any directory in the repository */
    GitFiles(Path directory, String revision) {
        if (revision.startsWith("-")) {
            throw new InvalidDocumentException(revision + ": not a git revision");
        }
        this.directory = directory;
        this.revision = revision;
    }

    boolean exists() {
        return run("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
                        .status()
                == 0;
    }

    /** @param path from the top of the repository */
    String text(String path) {
        Output output = run("show", "--end-of-options", revision + ":" + path);
        if (output.status() != 0) {
            throw new InvalidDocumentException(revision + ":" + path + ": not found in this git repository");
        }
        return output.text();
    }

    private Output run(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException e) {
            throw new InvalidDocumentException("git cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidDocumentException("interrupted while git was running", e);
        }
    }

    private record Output(int status, String text) {}
}
