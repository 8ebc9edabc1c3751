package dev.ephemint.conformance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.contract.SchemaViolation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RequestPlanTest {
    private static final int MOST = 24;

    static Stream<PlannedRequest> requests() {
        return Arrays.stream(TargetDialect.values()).flatMap(dialect -> RequestPlan.of(dialect, List.of()).stream());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void requestConformsToItsDialectUnlessItBreaksTheContractOnPurpose(PlannedRequest request) {
        DialectContract contract = DialectContract.of(request.dialect());

        List<SchemaViolation> violations = contract.schemas()
                .violations(contract.requestSchema(request.dialect().operation()), request.body());

        assertThat(violations.isEmpty()).as(violations.toString()).isNotEqualTo(request.breaksContract());
        assertThat(request.reason()).endsWith(".");
        assertThat(request.name()).matches("[a-z0-9-]{1,60}");
        assertThat(request.sets()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void dialectHasABoundedPlanOfDistinctRequests(TargetDialect dialect) {
        List<PlannedRequest> requests = RequestPlan.of(dialect, List.of());

        assertThat(requests).hasSizeBetween(10, MOST);
        assertThat(requests).extracting(PlannedRequest::name).doesNotHaveDuplicates();
        assertThat(requests).extracting(PlannedRequest::body).doesNotHaveDuplicates();
        assertThat(RequestPlan.set(dialect, "minimal", List.of())).hasSizeLessThan(3);
    }

    @Test
    void modelReplacesThePlannedOne() {
        assertThat(RequestPlan.set(TargetDialect.AZURE_PREVIEW, "minimal", List.of("a \"b\"")))
                .singleElement()
                .satisfies(request -> assertThat(request.body()
                                .at("/input_audio_transcription/model")
                                .textValue())
                        .isEqualTo("a \"b\""));
    }

    @Test
    void unknownSetIsRefusedWithTheNamesOfAll() {
        assertThatThrownBy(() -> RequestPlan.set(TargetDialect.OPENAI, "x", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--set: unknown set; dialect openai has [all, members, minimal, nulls, refusals]");
    }
}
