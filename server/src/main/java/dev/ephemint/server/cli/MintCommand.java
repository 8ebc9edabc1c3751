package dev.ephemint.server.cli;

import dev.ephemint.contract.Redactor;
import dev.ephemint.server.app.Application;
import dev.ephemint.server.app.Assembly;
import dev.ephemint.server.app.Closer;
import dev.ephemint.server.app.Logging;
import dev.ephemint.server.http.LocalEdge;
import dev.ephemint.server.settings.Settings;

/** Mints once, as the running service would, and prints its answer. */
final class MintCommand {

    private MintCommand() {}

    static int run(CommandLine line, Console console) {
        Logging.ofCommand();
        Settings settings = Program.settings(line);
        RequestFile request = RequestFile.of(line, settings, console);
        try (Closer closer = new Closer()) {
            Application application = Assembly.of(settings, closer);
            LocalEdge.Answer answer = new LocalEdge(application.edge()).post(request.path(), request.json());
            boolean minted = answer.status() == 200;
            Redactor keys = minted ? settings.redactor().sparingWords() : settings.redactor();
            (minted ? console.out() : console.err())
                    .println(keys.hide(answer.body()).toPrettyString());
            return minted ? Program.DONE : Program.FAILED;
        }
    }
}
