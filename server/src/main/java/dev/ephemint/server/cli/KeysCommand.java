package dev.ephemint.server.cli;

import dev.ephemint.server.caller.CallerKey;
import dev.ephemint.server.caller.KeyHash;
import dev.ephemint.server.mint.Secret;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** API keys for callers. */
@Command(name = "keys", description = "make an API key for a caller of the service")
final class KeysCommand {

    private final RootCommand root;
    private final Console console;

    KeysCommand(RootCommand root, Console console) {
        this.root = root;
        this.console = console;
    }

    /** The key goes to standard output alone, so that it can be piped into a store of secrets. */
    @Command(name = "new", description = "make a key and print it once, with the entry for the configuration file")
    int create(
            @Option(
                            names = "--caller",
                            paramLabel = "NAME",
                            defaultValue = "NAME",
                            description = "the caller that the entry is for")
                    String caller) {
        Optional<Secret> pepper = root.settings().auth().pepper();
        if (pepper.isEmpty()) {
            throw new InputException("auth.pepper-file: is not set; make the file with: openssl rand -hex 32");
        }
        if (!caller.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new InputException("--caller: must be a name of letters, digits, '.', '_' and '-'");
        }
        CallerKey key = CallerKey.random();
        console.out().println(key.reveal());
        console.err().println("This key is not shown again. In the configuration file:");
        console.err().println("""
                callers:
                  %s:
                    keys:
                      - {id: %s, hash: %s}\
                """.formatted(caller, key.id(), new KeyHash(pepper.get()).hex(key)));
        return Program.SUCCESS;
    }
}
