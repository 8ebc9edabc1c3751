package dev.ephemint.server.cli;

import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.app.Application;
import dev.ephemint.server.app.Closer;
import dev.ephemint.server.app.Logging;
import dev.ephemint.server.http.LocalEdge;
import dev.ephemint.server.http.LocalEdge.LocalResponse;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.settings.Settings;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Mints once, as the running service would, and prints its response. */
@Command(name = "mint", description = "mint once and print the response, including the token")
final class MintCommand implements Callable<Integer> {

    private final RootCommand root;
    private final Console console;

    @Mixin
    private RequestOptions options = new RequestOptions();

    MintCommand(RootCommand root, Console console) {
        this.root = root;
        this.console = console;
    }

    @Override
    public Integer call() {
        Logging.ofCommand();
        Settings settings = root.settings();
        RequestFile request = RequestFile.of(options, settings, console);
        try (Closer closer = new Closer()) {
            Application application = Application.of(settings, closer, Clock.systemUTC());
            Mint mint = application.mint(chain -> chain.exchange(closer));
            LocalResponse response = new LocalEdge(application.edge(mint)).post(request.path(), request.json());
            boolean minted = response.status() == 200;
            Redactor keys = minted ? settings.redactor().sparingWords() : settings.redactor();
            (minted ? console.out() : console.err())
                    .println(keys.hide(response.body()).toPrettyString());
            return minted ? Program.SUCCESS : Program.FAILURE;
        }
    }
}
