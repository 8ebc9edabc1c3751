package dev.ephemint.server.doctor.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.dialect.UpstreamReply;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One entry of OpenAI's list of models ({@code GET /v1/models}). */
record ListedModel(JsonNode entry) {

    private static final String SHUTDOWN_DATE = "shutdown_date";
    private static final int ISO_DAY = 10;

    /** The entries; none where the response is no list of models. */
    static List<ListedModel> of(UpstreamReply reply) {
        try {
            JsonNode data = ContractJson.mapper().readTree(reply.body()).path("data");
            return StreamSupport.stream(data.spliterator(), false)
                    .filter(entry -> entry.path("id").isTextual())
                    .map(ListedModel::new)
                    .toList();
        } catch (IOException | NumberFormatException notJson) {
            return List.of();
        }
    }

    String id() {
        return entry.path("id").asText();
    }

    /**
     * The day of the shutdown, if the vendor names a readable one. That the member exists was reported on 2026-10-27, its
     * form was not: a day, a timestamp and seconds since 1970 are read.
     */
    Optional<LocalDate> end() {
        JsonNode date = entry.path(SHUTDOWN_DATE);
        if (date.isIntegralNumber() && date.canConvertToLong()) {
            return Optional.of(Instant.ofEpochSecond(date.longValue())
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate());
        }
        String text = date.asText("");
        try {
            return text.length() < ISO_DAY
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.substring(0, ISO_DAY)));
        } catch (DateTimeParseException otherForm) {
            return Optional.empty();
        }
    }
}
