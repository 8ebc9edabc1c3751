package dev.ephemint.conformance.scenario;

import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import java.util.List;
import java.util.Map;

/** What is known only when a scenario runs: {@code ${credential}}, and {@code ${upstream}} for the vendor's host and port. */
record Variables(Map<String, String> values) {

    Scenario fill(Scenario scenario) {
        UpstreamScript upstream = scenario.upstream();
        return new Scenario(
                scenario.heading(),
                fill(scenario.request()),
                new UpstreamScript(fill(upstream.expected()), fill(upstream.responses()), upstream.fault()),
                fill(scenario.response()));
    }

    private List<Message> fill(List<Message> messages) {
        return messages.stream().map(this::fill).toList();
    }

    private Message fill(Message message) {
        return new Message(
                fill(message.start()),
                message.headers().stream()
                        .map(header -> new Header(header.name(), fill(header.value())))
                        .toList(),
                fill(message.body()));
    }

    private String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
