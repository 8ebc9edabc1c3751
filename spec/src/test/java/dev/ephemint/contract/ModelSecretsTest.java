package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.FlatClientSecret;
import dev.ephemint.contract.model.FlatTranscriptionSession;
import dev.ephemint.contract.model.McpHeaders;
import dev.ephemint.contract.model.RealtimeSession;
import dev.ephemint.contract.model.Tool;
import dev.ephemint.contract.model.TranscriptionSessionCreatedEvent;
import dev.ephemint.contract.model.UnknownEvent;
import dev.ephemint.contract.model.UnknownSession;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelSecretsTest {

    private static final String PLANTED = "ek_example_planted";

    @ParameterizedTest
    @MethodSource("holders")
    void printsNoSecret(Object holder) {
        assertThat(holder.toString()).doesNotContain(PLANTED);
    }

    static Stream<Object> holders() {
        UnknownSession unknown = new UnknownSession();
        unknown.putMember("value", PLANTED);
        UnknownEvent event = new UnknownEvent();
        event.putMember("value", PLANTED);
        McpHeaders headers = new McpHeaders();
        headers.put("authorization", PLANTED);
        Tool tool = new Tool().authorization(PLANTED).headers(headers);
        return Stream.of(
                new ClientSecret().value(PLANTED),
                new FlatClientSecret().value(PLANTED),
                new FlatTranscriptionSession().clientSecret(new FlatClientSecret().value(PLANTED)),
                tool,
                headers,
                unknown,
                event,
                new TranscriptionSessionCreatedEvent()
                        .session(new FlatTranscriptionSession().clientSecret(new FlatClientSecret().value(PLANTED))),
                new ClientSecret().session(unknown),
                new ClientSecret().session(new RealtimeSession().tools(List.of(tool))));
    }
}
