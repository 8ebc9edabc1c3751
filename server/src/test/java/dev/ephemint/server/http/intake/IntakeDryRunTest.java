package dev.ephemint.server.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.http.LogCapture;
import dev.ephemint.testing.FakeHttpServer;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class IntakeDryRunTest {

    @Test
    void rejectsEveryRequestAndLogsNone() throws Exception {
        try (LogCapture log = LogCapture.open()) {
            assertThat(IntakeDryRun.requests(() -> false)).isEqualTo(IntakeDryRun.REQUESTS);

            assertThat(log.lines()).noneMatch(line -> line.contains("count=\"" + IntakeDryRun.REQUESTS + "\""));
        }
    }

    @Test
    void sendsNoRequestOnceItIsToEnd() throws Exception {
        assertThat(IntakeDryRun.requests(() -> true)).isZero();
    }

    @Test
    void leavesNoThreadWhenItIsClosed() {
        IntakeDryRun dryRun = IntakeDryRun.begin();

        dryRun.close();

        assertThat(dryRun.isOver()).isTrue();
    }

    @Test
    void countsOnlyWhatIsRejected() throws Exception {
        try (FakeHttpServer service = new FakeHttpServer(FakeHttpServer.Reply.of(200, "{}"))) {
            int port = URI.create(service.url()).getPort();

            assertThat(new DryRunCaller(port).send(2, () -> false)).isZero();
        }
    }
}
