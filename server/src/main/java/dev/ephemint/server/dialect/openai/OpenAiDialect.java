package dev.ephemint.server.dialect.openai;

import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.Endpoint;
import dev.ephemint.server.dialect.NullMembers;
import dev.ephemint.server.dialect.TokenReader;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.VendorName;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** OpenAI GA: {@code POST {base}/realtime/client_secrets}, the only mint that OpenAI has served since 2026-05-12. */
public record OpenAiDialect(Endpoint endpoint) implements Dialect {

    @Override
    public DialectName name() {
        return DialectName.OPENAI;
    }

    @Override
    public Optional<VendorName> modelVendor() {
        return Optional.of(VendorName.OPENAI);
    }

    @Override
    public Optional<URI> modelList() {
        return Optional.of(endpoint.resolve("/models"));
    }

    @Override
    public Optional<URI> calls() {
        return Optional.of(OpenAiAddresses.calls(endpoint));
    }

    @Override
    public UpstreamCall encode(MintRequest request) {
        UpstreamCall call = new UpstreamCall(
                endpoint.resolve("/realtime/client_secrets"),
                NullMembers.ALL.leaveOut(request).body());
        return OpenAiCall.withSafetyIdentifier(call, request);
    }

    @Override
    public MintedToken decode(MintRequest request, UpstreamReply reply) {
        return new TokenReader(
                        name(),
                        OpenAiCall.replies(UnaryOperator.identity()),
                        UnaryOperator.identity(),
                        (asked, response) -> OpenAiAddresses.of(endpoint, asked, response))
                .read(request, reply);
    }
}
