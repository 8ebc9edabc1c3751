package dev.ephemint.server.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTimesTest {

    private final BodyTimes unit = new BodyTimes(Duration.ofSeconds(10), 100);

    @ParameterizedTest
    @CsvSource({
        "PT1S, 0, false",
        "PT2S, 0, false",
        "PT3S, 299, true",
        "PT3S, 300, false",
        "PT9.9S, 900, false",
        "PT10S, 1000000, true"
    })
    void isLateAfterTheWholeTimeOrBelowTheRate(Duration elapsed, long bytes, boolean late) {
        assertThat(unit.isLate(elapsed, bytes)).isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT1S", "PT9S, PT1S", "PT9.75S, PT0.25S"})
    void checksEverySecondAndAtTheEnd(Duration elapsed, Duration next) {
        assertThat(unit.untilNextCheck(elapsed)).isEqualTo(next);
    }

    @Test
    void anyRateIsEnoughIfNoneIsSet() {
        assertThat(new BodyTimes(Duration.ofSeconds(10), 0).isLate(Duration.ofSeconds(9), 0))
                .isFalse();
    }
}
