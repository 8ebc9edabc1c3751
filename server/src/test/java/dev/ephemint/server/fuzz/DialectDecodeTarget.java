package dev.ephemint.server.fuzz;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A vendor's reply, of any status and body, is a token or a mint failure, and neither holds the key that it repeats. */
public final class DialectDecodeTarget {
    private static final int HEAD = 3;
    private static final List<Integer> STATUSES = List.of(200, 200, 200, 201, 302, 400, 401, 403, 404, 429, 500, 503);
    private static final MintRequest REQUEST =
            Fixtures.transcription("{'transcription':{'model':'gpt-4o-mini-transcribe'}}");

    private DialectDecodeTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < HEAD) {
            return;
        }
        String body = new String(input, HEAD, input.length - HEAD, StandardCharsets.UTF_8);
        Planted planted = Planted.in(body, input[2]);
        int status = STATUSES.get(Math.floorMod(input[1], STATUSES.size()));
        Map<String, String> headers = Map.of("x-request-id", planted.text(), "retry-after", planted.text());
        UpstreamReply reply = new UpstreamReply(status, headers, planted.text()).redacted(Planted.REDACTOR);
        try {
            MintedToken token = Dialects.of(input[0]).decode(REQUEST, reply);
            planted.mustNotBeIn(token.toString());
        } catch (MintFailedException failed) {
            planted.mustNotBeIn(failed + " " + failed.failure() + " "
                    + failed.vendorRequestId().orElse(""));
        }
    }
}
