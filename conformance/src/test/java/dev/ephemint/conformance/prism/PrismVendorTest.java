package dev.ephemint.conformance.prism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PrismVendorTest {
    @ParameterizedTest
    @EnumSource
    void playsTheDialect(TargetDialect dialect, @TempDir Path work) {
        try (PrismVendor unit = PrismVendor.start(dialect, Path.of(""), work)) {
            String query =
                    switch (dialect) {
                        case OPENAI, OPENAI_BETA, AZURE -> "";
                        case AZURE_PREVIEW -> "?api-version=2025-04-01-preview";
                    };
            String notFound =
                    switch (dialect.vendor()) {
                        case OPENAI -> "Invalid URL (POST ";
                        case AZURE -> "Resource not found";
                    };
            String mint = dialect.mintPath() + query;
            String session = dialect.operation().isFlat() ? "{}" : "{\"session\":{\"type\":\"transcription\"}}";

            Message minted = call(unit, mint, session);
            Message refused = call(unit, mint, "{\"bogus\":1}");
            Message elsewhere = call(unit, dialect.mintPath() + "s", session);

            assertThat(minted.status()).as(minted.body()).isEqualTo(200);
            assertThat(minted.body()).contains("ek_example");
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(elsewhere.status()).isEqualTo(404);
            assertThat(elsewhere.body()).contains(notFound);
            assertThat(unit.requests()).hasSize(3);
            assertThat(DialectContract.of(dialect)
                            .schemas()
                            .violations(
                                    DialectContract.of(dialect).responseSchema(dialect.operation(), 200),
                                    ExactJson.parse(minted.body())))
                    .isEmpty();
        }
    }

    private static Message call(PrismVendor vendor, String target, String body) {
        return new MessageSender()
                .call(
                        vendor.uri(),
                        Message.request("POST", target, body)
                                .with("Content-Type", "application/json")
                                .with("Authorization", "Bearer x")
                                .with("api-key", "x"));
    }
}
