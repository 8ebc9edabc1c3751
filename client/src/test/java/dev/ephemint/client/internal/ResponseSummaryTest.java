package dev.ephemint.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentence about a response with an error; other tests assert status, type, code and parameter. */
class ResponseSummaryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            400 | invalid_request_error | invalid_value | -       | Why      | -         | -     | 400 invalid_value: Why (mint:1)
            400 | invalid_request_error | invalid_value | -       | -        | -         | -     | 400 invalid_value (mint:1)
            400 | invalid_request_error | invalid_value | a.b     | Why      | -         | -     | 400 invalid_value: Why (param a.b) (mint:1)
            400 | invalid_request_error | invalid_value | a.b     | No a.b   | -         | -     | 400 invalid_value: No a.b (mint:1)
            404 | invalid_request_error | -             | -       | Why      | -         | -     | 404 invalid_request_error: Why (mint:1)
            404 | -                     | -             | -       | Why      | -         | -     | 404 error: Why (mint:1)
            502 | -                     | -             | -       | -        | -         | -     | 502 without an error in the contract's form (mint:1)
            502 | -                     | -             | -       | -        | -         | req_1 | 502 without an error in the contract's form (mint:1, request req_1)
            301 | -                     | -             | -       | -        | https://x | -     | 301 without an error in the contract's form, redirected to https://x (mint:1)
            """)
    void describesAResponse(
            int status,
            String type,
            String code,
            String param,
            String message,
            String location,
            String requestId,
            String sentence) {
        ErrorDetails error = new ErrorDetails(type, code, param, message);

        assertThat(new ResponseSummary("mint:1", status, error, requestId, null, null, null, location).describe())
                .isEqualTo(sentence);
    }
}
