package dev.ephemint.conformance.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.metrics.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Dashboard, alerts and document name the metrics that there are. */
final class MonitoringFilesTest {

    private static final Pattern NAME = Pattern.compile("\\bephemint_[a-z_]+");
    private static final Pattern SUFFIX = Pattern.compile("_(total|seconds(_bucket|_count|_sum)?)$");

    private static final Set<String> METRICS = Arrays.stream(Metric.values())
            .map(metric -> "ephemint_" + metric.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void theDashboardNamesMetricsThatExist() throws IOException {
        assertThat(names("server/deploy/monitoring/dashboard.json"))
                .isNotEmpty()
                .isSubsetOf(METRICS);
    }

    @Test
    void theAlertsNameMetricsThatExist() throws IOException {
        assertThat(names("server/deploy/monitoring/alerts.yaml")).isNotEmpty().isSubsetOf(METRICS);
    }

    @Test
    void theDocumentNamesEveryMetric() throws IOException {
        assertThat(names("server/docs/metrics.md")).isEqualTo(METRICS);
    }

    private static Set<String> names(String file) throws IOException {
        return NAME.matcher(ProjectFiles.read(Path.of(file)))
                .results()
                .map(MatchResult::group)
                .map(name -> SUFFIX.matcher(name).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
