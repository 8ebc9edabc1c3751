package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FaultTest {

    private static final String PLANTED = "sk-planted";

    @ParameterizedTest
    @MethodSource
    void hidesAnInternalErrorAndLogsItOnce(Throwable fault) throws Exception {
        try (LogCapture log = LogCapture.open();
                RunningEdge edge = RunningEdge.over(request -> {
                    throw sneaky(fault);
                })) {
            HttpResponse<String> response = edge.post("/v1/realtime/client_secrets", "{}");

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body())
                    .isEqualTo("{\"error\":{\"message\":\"Internal error.\",\"type\":\"server_error\",\"param\":null,"
                            + "\"code\":\"internal_error\"}}");
            List<String> faults =
                    log.lines().filter(line -> line.startsWith("ERROR")).collect(Collectors.toList());
            assertThat(faults)
                    .singleElement()
                    .asString()
                    .contains(response.headers().firstValue("x-request-id").orElseThrow());
            assertThat(log.lines()).noneMatch(line -> line.contains(PLANTED));
        }
    }

    static Stream<Throwable> hidesAnInternalErrorAndLogsItOnce() {
        return Stream.of(
                new IllegalArgumentException("invalid header value: \"Bearer " + PLANTED + "\""),
                new IllegalStateException("outer", new RuntimeException(PLANTED)),
                new StackOverflowError(PLANTED),
                new java.io.IOException(PLANTED),
                new jakarta.ws.rs.InternalServerErrorException(PLANTED),
                new jakarta.ws.rs.RedirectionException(PLANTED, 302, java.net.URI.create("http://example.org")));
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable fault) throws E {
        throw (E) fault;
    }
}
