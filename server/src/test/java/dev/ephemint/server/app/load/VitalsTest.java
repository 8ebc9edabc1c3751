package dev.ephemint.server.app.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.app.load.Vitals.Vital;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The soak's judgement: it fails for a leak, and not for noise. */
final class VitalsTest {

    private static final int SAMPLES = 60;
    private static final int WARM_UP = 18;

    private final Random random = new Random(4711);

    @Test
    void noiseIsFlat() {
        Vitals vitals = samples();

        vitals.areFlat(WARM_UP);
        assertThat(vitals.summary(WARM_UP)).contains("HEAP_BYTES", "THREADS", "FILES");
    }

    /** Twice what is tolerated, a little with each sample, as a leak of a few bytes with each request does. */
    @ParameterizedTest
    @EnumSource
    void aLeakIsNot(Vital leaking) {
        Vitals vitals = new Vitals();
        for (int i = 0; i < SAMPLES; i++) {
            for (Vital vital : Vital.values()) {
                long leak = vital == leaking ? 2 * vital.tolerated * i / (SAMPLES - WARM_UP) : 0;
                vitals.add(vital, noise(vital) + leak);
            }
        }

        assertThatThrownBy(() -> vitals.areFlat(WARM_UP))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(leaking.name());
    }

    @Test
    void whatWarmsUpIsNoLeak() {
        Vitals vitals = new Vitals();
        for (int i = 0; i < SAMPLES; i++) {
            for (Vital vital : Vital.values()) {
                vitals.add(vital, noise(vital) + Math.min(i, WARM_UP) * vital.tolerated);
            }
        }

        vitals.areFlat(WARM_UP);
    }

    @Test
    void metricsThatAreMissingAreNotFlat() {
        Vitals vitals = new Vitals();
        vitals.add(Vital.THREADS, 1);

        assertThatThrownBy(() -> vitals.areFlat(0)).isInstanceOf(AssertionError.class);
    }

    @Test
    void readsAPageOfMetrics() {
        Vitals vitals = new Vitals();
        vitals.add("""
                # HELP jvm_memory_used_bytes x
                jvm_memory_used_bytes{area="heap",id="a"} 1.0E6
                jvm_memory_used_bytes{area="heap",id="b"} 2000000.0
                jvm_memory_used_bytes{area="nonheap",id="c"} 5.0
                jvm_threads_live_threads 12.0
                process_files_open_files 34.0
                """);

        assertThat(vitals.summary(0)).contains("HEAP_BYTES 3000000 to 3000000", "THREADS 12 to 12", "FILES 34 to 34");
        assertThat(Trend.of(List.of(1L, 2L, 3L)).growth()).isEqualTo(2);
    }

    private Vitals samples() {
        Vitals vitals = new Vitals();
        for (int i = 0; i < SAMPLES; i++) {
            for (Vital vital : Vital.values()) {
                vitals.add(vital, noise(vital));
            }
        }
        return vitals;
    }

    private long noise(Vital vital) {
        return 10 * vital.tolerated + random.nextLong(1 + vital.tolerated / 2);
    }
}
