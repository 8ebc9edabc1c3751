package dev.ephemint.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.client.EphemintClient;
import dev.ephemint.contract.model.TranscriptionSession;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class JsonPreparationTest {

    @Test
    void readsAResponseOfATranscriptionSession() throws Exception {
        assertThat(JsonPreparation.read().getSession()).isInstanceOf(TranscriptionSession.class);
    }

    @Test
    void writesARequestForATranscription() throws Exception {
        assertThat(new String(JsonPreparation.write(), StandardCharsets.UTF_8))
                .startsWith("{\"session\":{")
                .contains("\"audio\":{\"input\":{\"transcription\":{}}}");
    }

    @Test
    void beginsWithTheBuilderAndOnlyOnce() {
        var unused = EphemintClient.builder();
        assertThat(JsonPreparation.start()).isFalse();
    }
}
