package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class FailureCodesTest {

    @ParameterizedTest
    @CsvSource({
        "insufficient_quota, credit_balance_exhausted, QUOTA_EXHAUSTED",
        "insufficient_quota, , QUOTA_EXHAUSTED",
        "insufficient_quota, rate_limit_exceeded, QUOTA_EXHAUSTED",
        ", insufficient_quota, QUOTA_EXHAUSTED",
        "invalid_request_error, model_not_found, MODEL_NOT_FOUND",
        "server_error, DeploymentNotFound, MODEL_NOT_FOUND",
        "invalid_request_error, invalid_api_key, ACCESS_DENIED",
        "server_error, , VENDOR_FAULT",
        "rate_limit_error, slow_down, RATE_LIMITED",
        "service_unavailable_error, server_is_overloaded, OVERLOADED",
        "invalid_request_error, session_expired, SESSION_EXPIRED",
        "invalid_request_error, unknown_parameter,",
        ",,",
    })
    void readsTypeAndCode(String type, String code, FailureKind kind) {
        assertThat(FailureCodes.kind(type, code).orElse(null)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insufficient_quota.credit_balance_exhausted | QUOTA_EXHAUSTED",
                "insufficient_quota.some_new_code | QUOTA_EXHAUSTED",
                "model_not_found | MODEL_NOT_FOUND",
                "invalid_request_error.model_not_found | MODEL_NOT_FOUND",
                "invalid_request_error.invalid_api_key | ACCESS_DENIED",
                "Your session hit the maximum duration of 60 minutes. |",
                "'' |",
            })
    void readsCloseReasons(String reason, FailureKind kind) {
        assertThat(FailureCodes.ofCloseReason(reason).orElse(null)).isEqualTo(kind);
    }

    @ParameterizedTest
    @FieldSource("dev.ephemint.contract.FailureCodes#ALL")
    void everyCodeNamesItsVendorSourceAndDate(FailureCode code) {
        assertThat(code.vendor()).isIn("openai", "azure");
        assertThat(code.source()).isNotBlank();
        assertThat(code.date()).matches("20\\d\\d(-\\d\\d){0,2}");
    }

    @Test
    void onlyTemporaryFailuresAreNotFinal() {
        assertThat(FailureKind.values())
                .filteredOn(kind -> !kind.isFinal())
                .containsExactly(
                        FailureKind.RATE_LIMITED,
                        FailureKind.OVERLOADED,
                        FailureKind.SESSION_EXPIRED,
                        FailureKind.VENDOR_FAULT);
    }
}
