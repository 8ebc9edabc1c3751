package dev.ephemint.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.client.internal.GeneratedOperation;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.corpus.Corpus;
import dev.ephemint.contract.corpus.ExactTree;
import dev.ephemint.contract.corpus.Specimen;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.FlatTranscriptionSession;
import dev.ephemint.contract.model.FlatTranscriptionSessionRequest;
import dev.ephemint.testing.FakeHttpServer;
import dev.ephemint.testing.FakeHttpServer.Reply;
import dev.ephemint.testing.socket.RawRequest;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every document of the corpus over the client's own wire: what is sent arrives, and what is returned is handed over. */
class CorpusTest {

    @Test
    void sendsEveryNestedRequestUnchanged() {
        assertThat(changedOnTheWay(
                        ClientSecretRequest.class,
                        request -> api -> api.createClientSecretWithHttpInfo(request, null, null)))
                .isEmpty();
    }

    @Test
    @SuppressWarnings("deprecation")
    void sendsEveryFlatRequestUnchanged() {
        assertThat(changedOnTheWay(
                        FlatTranscriptionSessionRequest.class,
                        request -> api -> api.createTranscriptionSessionWithHttpInfo(request, null, null)))
                .isEmpty();
    }

    @Test
    void returnsEveryNestedResponseUnchanged() {
        assertThat(changedInTheResponse(
                        ClientSecret.class,
                        api -> api.createClientSecretWithHttpInfo(new ClientSecretRequest(), null, null)))
                .isEmpty();
    }

    @Test
    void returnsEveryNestedResponseUnchangedToAFuture() {
        List<Specimen> responses = specimens("ClientSecret");
        try (FakeHttpServer service = responding(200, responses)) {
            Service unit = Fixtures.service(service);
            List<String> returned = responses.stream()
                    .map(response -> text(unit.call(
                                    api -> api.createClientSecretWithHttpInfo(new ClientSecretRequest(), null, null),
                                    any -> true)
                            .join()))
                    .toList();

            assertThat(changed(responses, returned)).isEmpty();
        }
    }

    @Test
    @SuppressWarnings("deprecation")
    void returnsEveryFlatResponseUnchanged() {
        assertThat(changedInTheResponse(
                        FlatTranscriptionSession.class,
                        api -> api.createTranscriptionSessionWithHttpInfo(
                                new FlatTranscriptionSessionRequest(), null, null)))
                .isEmpty();
    }

    @Test
    void reportsEveryErrorInTheException() {
        List<Specimen> errors = specimens("ErrorResponse");
        try (FakeHttpServer service = responding(400, errors)) {
            EphemintClient unit =
                    Fixtures.client(service.url(), new FakeTimer()).build();

            for (Specimen error : errors) {
                ResponseException thrown =
                        (ResponseException) catchThrowable(() -> unit.createClientSecret(new ClientSecretRequest()));

                JsonNode said = error.json().path("error");
                assertThat(Stream.of(thrown.type(), thrown.code(), thrown.param())
                                .map(text -> text.orElse("")))
                        .as(error.toString())
                        .containsExactly(
                                said.path("type").asText("").strip(),
                                said.path("code").asText("").strip(),
                                said.path("param").asText("").strip());
            }
        }
    }

    private static <Q, A> List<String> changedOnTheWay(Class<Q> type, Function<Q, GeneratedOperation<A>> sending) {
        List<Specimen> requests = specimens(type.getSimpleName());
        try (FakeHttpServer service = Fixtures.minting()) {
            Service unit = Fixtures.service(service);
            requests.forEach(request -> unit.callHere(sending.apply(model(request, type)), any -> true));
            return changed(
                    requests, service.requests().stream().map(RawRequest::body).toList());
        }
    }

    private static <A> List<String> changedInTheResponse(Class<A> type, GeneratedOperation<A> operation) {
        List<Specimen> responses = specimens(type.getSimpleName());
        try (FakeHttpServer service = responding(200, responses)) {
            Service unit = Fixtures.service(service);
            return changed(
                    responses,
                    responses.stream()
                            .map(response -> text(unit.callHere(operation, any -> true)))
                            .toList());
        }
    }

    private static List<String> changed(List<Specimen> specimens, List<String> documents) {
        assertThat(documents).hasSameSizeAs(specimens).hasSizeGreaterThan(50);
        return IntStream.range(0, specimens.size())
                .filter(i -> !ExactTree.equal(specimens.get(i).json(), tree(documents.get(i))))
                .mapToObj(i -> specimens.get(i).toString())
                .toList();
    }

    private static List<Specimen> specimens(String schema) {
        return Corpus.specimens()
                .filter(specimen -> specimen.schema().equals(schema))
                .toList();
    }

    private static FakeHttpServer responding(int status, List<Specimen> documents) {
        return new FakeHttpServer(documents.stream()
                .map(document -> Reply.json(status, text(document.json())))
                .toArray(Reply[]::new));
    }

    private static <Q> Q model(Specimen specimen, Class<Q> type) {
        try {
            return ContractJson.mapper().readValue(text(specimen.json()), type);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(specimen.toString(), broken);
        }
    }

    private static JsonNode tree(String document) {
        try {
            return ContractJson.mapper().readTree(document);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(document, broken);
        }
    }

    private static String text(Object document) {
        try {
            return ContractJson.mapper().writeValueAsString(document);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
