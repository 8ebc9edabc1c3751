package dev.ephemint.server.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.admission.MemoryCalls;
import dev.ephemint.server.audit.AuditTrail;
import dev.ephemint.server.audit.FailingTrail;
import dev.ephemint.server.http.LogCapture;
import dev.ephemint.server.mint.Calls.Opened;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.testing.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallJournalTest {

    private static final MintContext CONTEXT = MintContext.anonymous();

    private final SettableClock clock = new SettableClock();
    private final List<CallEvent> events = new ArrayList<>();
    private final List<Map<String, String>> records = new ArrayList<>();

    private final SealWatch watch = new SealWatch() {
        @Override
        public void call(CallEvent event) {
            events.add(event);
        }
    };

    private CallJournal journal(AuditTrail trail) {
        return new CallJournal(new MemoryCalls(clock), trail, watch, clock);
    }

    /** Recorded and documented ones; the last is as long as the service reads. */
    @ParameterizedTest
    @ValueSource(strings = {"rtc_u2_E4xw9V7W", "rtc_990b6ba8f11341c9b697c970849587c1", "rtc_u2_E4xw9V7Wm6BbwNyTjXvsL"})
    void theRecordHasTheWholeIdOfACall(String id) {
        opened(journal(record -> records.add(record.fields())), id);

        assertThat(records).hasSize(1).first().satisfies(record -> assertThat(record)
                .containsEntry("event", "called")
                .containsEntry("caller", "anonymous")
                .containsEntry("upstream", "one")
                .containsEntry("call", id));
    }

    @Test
    void anIdThatLooksLikeAKeyIsNotRecorded() {
        opened(journal(record -> records.add(record.fields())), "sk-proj-0123456789abcdefghijklmnop");

        assertThat(records.get(0)).containsEntry("call", "?");
    }

    /** Even if mints require their records: the call is open, or has ended. */
    @ParameterizedTest
    @CsvSource({"called, OPENED", "hung_up, HUNG_UP"})
    void aRecordThatCannotBeWrittenIsLoggedAndNothingElse(String event, CallEvent counted) {
        CallJournal unit = journal(new FailingTrail(event));
        try (LogCapture log = LogCapture.open()) {
            opened(unit, "rtc_1");
            unit.ended(CONTEXT, "one", "rtc_1", Optional.empty());

            assertThat(log.lines()).anyMatch(line -> line.contains("audit record lost"));
        }
        assertThat(events).contains(counted);
        assertThat(unit.upstream(CONTEXT, "rtc_1")).contains("one");
    }

    private static void opened(CallJournal unit, String id) {
        unit.opened(
                CONTEXT,
                Fixtures.token(1_800_000_000),
                "one",
                new Opened("v=0\r\n", Optional.of(id), Optional.empty()));
    }
}
