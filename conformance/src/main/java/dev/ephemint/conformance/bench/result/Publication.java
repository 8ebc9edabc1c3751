package dev.ephemint.conformance.bench.result;

import dev.ephemint.contract.redaction.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes results fit to be published: a text that came from a process or an exception keeps no absolute path, no name of the
 * machine and no key, and is one line.
 */
public final class Publication {
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final Pattern FILE_URI = Pattern.compile("file:/+");

    /** From a slash that does not continue a word or a URL; the last name is kept. */
    private static final Pattern PATH =
            Pattern.compile("(?<![\\w.~/])(?<!:(?=//))/(?:[^\\s/:;,'\"`()\\[\\]]+/)*([^\\s/:;,'\"`()\\[\\]]+)");

    private final List<String> directories = new ArrayList<>();
    private final Optional<Pattern> host;

    /** @param directory of the files: a path below it is shown from there on */
    public Publication(Path directory) {
        this(directory, hostName());
    }

    Publication(Path directory, String host) {
        directories.add(directory.toAbsolutePath().toString());
        for (String property : List.of("user.dir", "user.home", "java.io.tmpdir")) {
            directories.add(Path.of(System.getProperty(property)).toString());
        }
        directories.removeIf(name -> name.equals("/"));
        directories.sort(Comparator.comparingInt(String::length).reversed());
        this.host = host.isEmpty() || host.equals("localhost")
                ? Optional.empty()
                : Optional.of(Pattern.compile("(?<![\\w-])" + Pattern.quote(host) + "(?![\\w-])"));
    }

    private static String hostName() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException e) {
            return "";
        }
    }

    public Results of(Results results) {
        return new Results(
                results.started(),
                results.form(),
                results.commit(),
                results.machine(),
                results.targets().stream().map(this::target).toList(),
                new Samples(results.samples().all().stream().map(this::sample).toList()),
                results.notes().stream().map(this::text).toList());
    }

    private TargetInfo target(TargetInfo target) {
        return new TargetInfo(
                target.id(),
                target.title(),
                text(target.version()),
                target.differences(),
                target.skipped().map(this::text));
    }

    private Sample sample(Sample sample) {
        return new Sample(
                sample.measure(),
                sample.variant(),
                sample.target(),
                sample.round(),
                sample.values(),
                sample.voided().map(this::text));
    }

    String text(String text) {
        String shown = FILE_URI.matcher(text).replaceAll("/");
        for (String directory : directories) {
            shown = shown.replace(directory + "/", "").replace(directory, "");
        }
        shown = PATH.matcher(shown).replaceAll("$1");
        if (host.isPresent()) {
            shown = host.get().matcher(shown).replaceAll(Matcher.quoteReplacement("this machine"));
        }
        return Redactor.ofShapes().text(shown);
    }
}
