package dev.ephemint.server.credential;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.mint.MintFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A separate process that signs with the credential of its environment, as often as requested, and writes the results to a file. */
public final class EntraProbe {

    private EntraProbe() {}

    public static void main(String[] arguments) throws IOException {
        EntraToken unit = EntraToken.ofThisMachine(EntraScope.DEFAULT);
        List<String> outcomes = Stream.generate(() -> outcome(unit))
                .limit(Long.parseLong(arguments[1]))
                .toList();
        Files.write(Path.of(arguments[0]), outcomes);
        System.exit(0);
    }

    private static String outcome(EntraToken unit) {
        try {
            UpstreamCall call = new UpstreamCall(
                    URI.create("https://resource.openai.azure.com/"), JsonNodeFactory.instance.objectNode());
            return unit.sign(call).headers().toString();
        } catch (MintFailedException failed) {
            return failed.failure().toString();
        }
    }
}
