package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.cli.options.InputException;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.polyglot.ClientComparison;
import dev.ephemint.conformance.polyglot.ClientVerdict;
import dev.ephemint.conformance.polyglot.ClientVerdict.Verdict;
import dev.ephemint.conformance.polyglot.PolyglotRun;
import dev.ephemint.conformance.polyglot.Trial;
import dev.ephemint.conformance.polyglot.client.ClientGeneration;
import dev.ephemint.conformance.polyglot.client.Contract;
import dev.ephemint.conformance.polyglot.client.GeneratedClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "polyglot",
        mixinStandardHelpOptions = true,
        description = {
            "Generates clients from the contract in several languages, compiles them, and compares what they send and read "
                    + "with the bytes of recorded mints.",
            "Requires sh, and for each language its tools; a client whose tools are missing is unknown, with the reason."
        },
        footer = {"", "Exit status: 0 passed, 1 a client breaks, 2 usage error, 3 no client could be tried."})
final class PolyglotCommand implements Callable<Integer> {
    private static final String GENERATOR_VERSION = "7.25.0";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--language",
            paramLabel = "L",
            arity = "1..*",
            description = "only clients of this name or language, such as go or TypeScript (default: all)")
    private List<String> languages = List.of();

    @Option(
            names = "--contract",
            paramLabel = "NEW",
            description =
                    "OpenAPI document to generate from, a YAML file or a released version (default: the one of this kit)")
    private @Nullable String contract;

    @Option(
            names = "--old",
            paramLabel = "OLD",
            description = {
                "compare with this document, a YAML file or a released version:",
                "a client breaks if the one of OLD fails at a service of NEW, or if code written for OLD fails with the one "
                        + "of NEW; the report is for diff --clients"
            })
    private @Nullable String old;

    @Option(names = "--target", paramLabel = "URL", description = "also mint at this service; the address before /v1")
    private @Nullable URI target;

    @Option(names = "--report", paramLabel = "FILE", description = "write the results as JSON")
    private @Nullable Path report;

    @Option(
            names = "--generator-jar",
            paramLabel = "FILE",
            description = "openapi-generator-cli (default: version " + GENERATOR_VERSION
                    + " in the local Maven repository, where "
                    + "mvn dependency:get -Dartifact=org.openapitools:openapi-generator-cli:" + GENERATOR_VERSION
                    + " puts it)")
    private @Nullable Path generatorJar;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "where clients are generated and compiled (default: ~/.cache/ephemint/polyglot/clients)")
    private Path work = Path.of(System.getProperty("user.home"), ".cache", "ephemint", "polyglot", "clients");

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<GeneratedClient> clients = clients();
        List<ClientVerdict> verdicts = trial(new ClientGeneration(generator(), work))
                .judge(clients, spec.commandLine().getOut()::println);
        if (report != null) {
            Files.writeString(report, ExactJson.write(ClientVerdict.report(verdicts)) + "\n");
        }
        return status(verdicts);
    }

    private Trial trial(ClientGeneration generation) {
        if (old == null) {
            return new PolyglotRun(generation, contract(), Optional.ofNullable(target));
        }
        if (target != null) {
            throw new InputException("--target: has no meaning with --old");
        }
        return new ClientComparison(generation, contract("--old", old), contract());
    }

    static int status(List<ClientVerdict> verdicts) {
        if (verdicts.stream().anyMatch(verdict -> verdict.verdict() == Verdict.BREAKS)) {
            return Program.FAILED;
        }
        return verdicts.stream().anyMatch(verdict -> verdict.verdict() == Verdict.PASSES)
                ? Program.PASSED
                : Program.NOT_PROVEN;
    }

    private List<GeneratedClient> clients() {
        List<GeneratedClient> all = GeneratedClient.all();
        for (String language : languages) {
            if (all.stream().noneMatch(client -> client.is(language))) {
                throw new InputException("--language: no client " + language + "; there are "
                        + String.join(
                                ", ", all.stream().map(GeneratedClient::name).toList()));
            }
        }
        return all.stream()
                .filter(client -> languages.isEmpty() || languages.stream().anyMatch(client::is))
                .toList();
    }

    private Contract contract() {
        return contract == null ? Contract.bundled() : contract("--contract", contract);
    }

    private static Contract contract(String option, String fileOrVersion) {
        try {
            return Contract.named(fileOrVersion);
        } catch (IllegalArgumentException e) {
            throw new InputException(option + ": " + fileOrVersion + ": " + e.getMessage());
        }
    }

    private Path generator() {
        Path jar = generatorJar == null ? inLocalRepository() : generatorJar;
        if (!Files.isReadable(jar)) {
            throw new InputException("--generator-jar: cannot read " + jar
                    + "; get it with mvn dependency:get -Dartifact=org.openapitools:openapi-generator-cli:"
                    + GENERATOR_VERSION);
        }
        return jar;
    }

    private static Path inLocalRepository() {
        return Path.of(
                System.getProperty("user.home"),
                ".m2/repository/org/openapitools/openapi-generator-cli",
                GENERATOR_VERSION,
                "openapi-generator-cli-" + GENERATOR_VERSION + ".jar");
    }
}
