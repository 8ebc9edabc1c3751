package dev.ephemint.conformance.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.bench.SampleResults;
import dev.ephemint.conformance.bench.result.Results;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SpeedTextTest {
    private static final String TEXT = new SpeedText(SampleResults.RESULTS).markdown();

    @Test
    void showsMediansWithTheRangeAndTheRatio() {
        assertThat(TEXT)
                .contains(
                        "| nginx `proxy_pass` | 20,000 (20,000 to 20,000) | - | - | 301 (301 to 301) | 190 | - | 0.30 |")
                .contains("| Ephemint, JDK 17 | 3,002 (3,001 to 3,002) |");
    }

    @Test
    void showsLatencyAsWhatIsAddedToTheDirectCallOfTheSameRound() {
        assertThat(TEXT)
                .contains("| direct to the mock vendor | 51 itself | 51 itself | - itself |")
                .contains("| Ephemint, JDK 25 | 0 (0 to 0) | 2 (2 to 2) | - |");
    }

    @Test
    void showsGoalsAsReachedOrNot() {
        assertThat(TEXT)
                .contains("| throughput of nginx | at least 0.25 times | 0.30 (0.30 to 0.30) | reached |")
                .contains("| throughput of Portkey | at least 10 times | - | not measured |")
                .contains("| added latency at 500/s, p99 in ms | at most 3 | 2 (2 to 2) | reached |");
    }

    @Test
    void voidRoundIsShownAndTheGoalNotReached() {
        assertThat(TEXT).contains("| the same on JDK 17 | at most 5 | 7; 1 void: 3 x 503 | not reached: ");
    }

    @Test
    void saysWhatWasLeftOutAndWhatDiffers() {
        assertThat(TEXT)
                .contains("| Portkey | - | not measured: npm is missing |")
                .contains("| Express | 5 | `request /a\\|b` |")
                .contains("- pool: the time for the whole run was over");
    }

    @Test
    void diagramHasABarForEachGatewayAndDarkColours() {
        String svg = new BarDiagram(SampleResults.RESULTS).svg();

        assertThat(svg)
                .contains("prefers-color-scheme: dark", ">Ephemint, JDK 25<", ">nginx proxy_pass<", ">20,000<")
                .doesNotContain("direct");
        assertThat(svg.split("<rect", -1)).hasSize(5);
    }

    @Test
    void summaryComparesTheNewestJdk() {
        assertThat(new Summary(SampleResults.RESULTS).text())
                .startsWith("JDK 25, 2 cores")
                .contains("6,000 mints/s", "7.50 times Express", "0.30 times nginx");
    }

    @Test
    void summaryOfAShortRunHasNoFigures() {
        Results run = SampleResults.RESULTS;
        Results shortRun = new Results(
                run.started(), "short", run.commit(), run.machine(), run.targets(), run.samples(), List.of());

        assertThat(new Summary(shortRun).text()).isEqualTo("no long run is kept yet.");
    }

    @Test
    void replacesWhatIsBetweenTheMarkersOnly() {
        MarkedSection section = new MarkedSection("speed");

        assertThat(section.replaceIn("a\n<!-- speed -->\nold\n<!-- /speed -->\nb", "\nnew\n"))
                .isEqualTo("a\n<!-- speed -->\nnew\n<!-- /speed -->\nb");
        assertThat(section.replaceIn("a <!-- speed -->old<!-- /speed --> b", "new"))
                .isEqualTo("a <!-- speed -->new<!-- /speed --> b");
        assertThatThrownBy(() -> section.replaceIn("a", "new")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyGoalHasOneBound() {
        assertThat(Goal.all()).isNotEmpty().allSatisfy(goal -> {
            assertThat(goal.least().isPresent()).isNotEqualTo(goal.most().isPresent());
            assertThat(List.of("start", "throughput", "latency", "in-flight", "body", "callers", "pool", "client"))
                    .contains(goal.measure());
        });
    }

    @Test
    void everyGoalHasAReasonWhoseFiguresExist() {
        Reasons reasons = Reasons.read();

        assertThat(reasons.all().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Goal.all().stream().map(Goal::id).toList());
        assertThat(reasons.all().values()).allSatisfy(reason -> {
            assertThat(reason.why()).hasSizeBetween(5, 100);
            assertThat(reason.see().equals("profile")
                            || Files.exists(Path.of("../server/docs").resolve(reason.see())))
                    .as(reason.see())
                    .isTrue();
        });
    }

    @Test
    void goalThatIsNotReachedSaysWhyWithALink() {
        assertThat(TEXT).contains("not reached: " + Reasons.read().all().get("latency-500") + " |");
        assertThat(new Reasons.Reason("slow", "profile"))
                .hasToString("slow ([profile](#what-the-cpu-time-of-a-mint-is-spent-for-on-the-newest-jdk))");
        assertThat(new Reasons.Reason("slow", "decisions/0053-x.md"))
                .hasToString("slow ([record 53](decisions/0053-x.md))");
    }

    @Test
    void profileIsATableOfPartsByBody() {
        assertThat(TEXT)
                .contains("### What the CPU time of a mint is spent for, on the newest JDK")
                .contains("|  | 0 KB more: % | us | 128 KB more: % | us |")
                .contains("| Jersey | 25 | 100 | 10 | 400 |");
    }

    @Test
    void figuresHaveThreeDigits() {
        assertThat(List.of(Figures.number(1234.5), Figures.number(12.34), Figures.number(0.456), Figures.number(-3)))
                .containsExactly("1,235", "12.3", "0.46", "-3");
    }
}
