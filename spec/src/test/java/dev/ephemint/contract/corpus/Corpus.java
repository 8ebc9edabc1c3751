package dev.ephemint.contract.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The whole corpus: documents with every member of the contract, and each of them with one thing changed, everywhere. */
public final class Corpus {

    private static final List<String> WHOLE = List.of(
            "ClientSecretRequest.realtime",
            "ClientSecretRequest.words",
            "ClientSecretRequest.transcription",
            "FlatTranscriptionSessionRequest.every_member",
            "ClientSecret.realtime",
            "ClientSecret.every_choice",
            "ClientSecret.transcription",
            "FlatTranscriptionSession.every_member",
            "ErrorResponse.every_member",
            "ServerEvent.session_created",
            "ServerEvent.session_updated",
            "ServerEvent.transcription_session_created",
            "ServerEvent.transcription_session_updated",
            "ServerEvent.speech_started",
            "ServerEvent.speech_stopped",
            "ServerEvent.committed",
            "ServerEvent.cleared",
            "ServerEvent.item_added",
            "ServerEvent.item_done",
            "ServerEvent.item_created",
            "ServerEvent.delta",
            "ServerEvent.completed_tokens",
            "ServerEvent.completed_duration",
            "ServerEvent.segment",
            "ServerEvent.failed",
            "ServerEvent.error",
            "ServerEvent.unknown_type",
            "ClientEvent.session_update",
            "ClientEvent.transcription_session_update",
            "ClientEvent.append",
            "ClientEvent.commit",
            "ClientEvent.clear",
            "ClientEvent.unknown_type");

    private Corpus() {}

    public static Stream<Specimen> specimens() {
        return WHOLE.stream().flatMap(Corpus::variants);
    }

    private static Stream<Specimen> variants(String file) {
        JsonNode whole = read(file);
        String schema = file.substring(0, file.indexOf('.'));
        return Stream.concat(
                Stream.of(new Specimen(schema, file, whole)),
                Mutations.of(whole).map(mutant -> new Specimen(schema, file + " " + mutant.change(), mutant.json())));
    }

    private static JsonNode read(String file) {
        try (InputStream stream = Corpus.class.getResourceAsStream(file + ".json")) {
            return ContractJson.mapper().readTree(Objects.requireNonNull(stream, file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
