package dev.ephemint.conformance.cli;

import dev.ephemint.conformance.profile.Profiles;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the profiles that the kit brings. */
@Command(name = "profiles", mixinStandardHelpOptions = true, description = "Lists the profiles of the kit.")
final class ProfilesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Profiles.names()
                .forEach(
                        name -> out.printf("%-24s %s%n", name, Profiles.of(name).title()));
        return Program.PASSED;
    }
}
