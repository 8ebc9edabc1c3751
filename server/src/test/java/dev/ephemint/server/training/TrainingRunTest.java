package dev.ephemint.server.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.testing.FakeHttpServer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrainingRunTest {

    @Test
    void mintsWithBothOperationsAndIsReadyWithAndWithoutCallers() throws Exception {
        assertThat(TrainingRun.run()).hasSize(102).containsOnly(200);
    }

    @Test
    void reportsTheStatusOfEachResponse() throws Exception {
        FakeHttpServer.Reply reply = FakeHttpServer.Reply.of(503, "{}").with("connection", "close");
        try (FakeHttpServer service = new FakeHttpServer(reply)) {
            TrainingCaller caller = new TrainingCaller(URI.create(service.url()), Optional.empty());

            assertThat(caller.mints()).isEqualTo(List.of(503, 503));
            assertThat(caller.health()).isEqualTo(503);
        }
    }
}
