package dev.ephemint.conformance.cli.options;

import dev.ephemint.conformance.TargetVendor;
import dev.ephemint.conformance.record.EnvironmentHeader;
import dev.ephemint.conformance.record.VendorCall;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How the vendor is called. */
public final class VendorOptions {
    @Option(
            names = "--header",
            paramLabel = "'name: $${VARIABLE}'",
            description = "request header with its credential from the environment; may be repeated. "
                    + "Default: Authorization with OPENAI_API_KEY, or api-key with AZURE_OPENAI_API_KEY")
    private List<String> headers = new ArrayList<>();

    public VendorCall call(URI target, TargetVendor vendor, Map<String, String> environment) {
        try {
            List<String> given = headers.isEmpty() ? List.of(standard(vendor)) : headers;
            return new VendorCall(
                    target,
                    given.stream()
                            .map(header -> EnvironmentHeader.parse(header, environment))
                            .toList());
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }

    private static String standard(TargetVendor vendor) {
        return switch (vendor) {
            case OPENAI -> "Authorization: Bearer ${OPENAI_API_KEY}";
            case AZURE -> "api-key: ${AZURE_OPENAI_API_KEY}";
        };
    }
}
