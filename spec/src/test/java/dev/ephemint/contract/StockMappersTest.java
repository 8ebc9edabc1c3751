package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import dev.ephemint.contract.corpus.Corpus;
import dev.ephemint.contract.corpus.ExactTree;
import dev.ephemint.contract.corpus.Specimen;
import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.Session;
import dev.ephemint.contract.model.UnknownSession;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models in users' mappers: of Jackson 2 without a module, of Jackson 3 with the module. */
class StockMappersTest {

    private static final String SECRET = "{\"value\":\"ek_example_planted\",\"expires_at\":null,"
            + "\"session\":{\"type\":\"brand_new\",\"y\":null},\"x_new\":1.50}";

    /** A mapper of either version. */
    interface Mapper {

        Object read(String json, Class<?> type) throws Exception;

        String write(Object value) throws Exception;

        record Two(String name, ObjectMapper mapper) implements Mapper {

            @Override
            public Object read(String json, Class<?> type) throws Exception {
                return mapper.readValue(json, type);
            }

            @Override
            public String write(Object value) throws Exception {
                return mapper.writeValueAsString(value);
            }

            @Override
            public String toString() {
                return "Jackson 2, " + name;
            }
        }

        record Three(String name, tools.jackson.databind.ObjectMapper mapper) implements Mapper {

            @Override
            public Object read(String json, Class<?> type) {
                return mapper.readValue(json, type);
            }

            @Override
            public String write(Object value) {
                return mapper.writeValueAsString(value);
            }

            @Override
            public String toString() {
                return "Jackson 3, " + name;
            }
        }
    }

    /** A user's document that contains models. */
    public record Envelope(
            String id, ClientSecret secret, List<ClientSecretRequest> requests, Map<String, Session> more) {}

    static Stream<Mapper> mappers() {
        return Stream.of(
                new Mapper.Two("stock", new ObjectMapper()),
                new Mapper.Two("with modules", new ObjectMapper().findAndRegisterModules()),
                new Mapper.Two(
                        "as Spring Boot 3 has it",
                        JsonMapper.builder()
                                .findAndAddModules()
                                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                                .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
                                .build()),
                new Mapper.Two(
                        "with settings that would change everything",
                        JsonMapper.builder()
                                .serializationInclusion(JsonInclude.Include.NON_EMPTY)
                                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                                .build()),
                new Mapper.Three(
                        "with modules",
                        tools.jackson.databind.json.JsonMapper.builder()
                                .findAndAddModules()
                                .build()),
                new Mapper.Three(
                        "with settings that would change everything",
                        tools.jackson.databind.json.JsonMapper.builder()
                                .findAndAddModules()
                                .changeDefaultPropertyInclusion(
                                        all -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                                .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.KEBAB_CASE)
                                .build()));
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void rewriteEveryDocumentUnchanged(Mapper unit) {
        List<String> changed = Corpus.specimens()
                .filter(specimen -> !ExactTree.equal(specimen.json(), roundTrip(unit, specimen)))
                .map(Specimen::toString)
                .toList();

        assertThat(changed).isEmpty();
    }

    private static JsonNode roundTrip(Mapper unit, Specimen specimen) {
        try {
            Object model = unit.read(specimen.json().toString(), specimen.model());
            assertThat(model).isInstanceOf(specimen.model());
            return ContractJson.mapper().readTree(unit.write(model));
        } catch (Exception broken) {
            throw new AssertionError(specimen.toString(), broken);
        }
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void readsModelsInsideAnotherDocument(Mapper unit) throws Exception {
        String document = "{\"id\":\"a\",\"secret\":" + SECRET + ",\"requests\":[{},{\"expires_after\":null}],"
                + "\"more\":{\"b\":{\"type\":\"realtime\",\"model\":null},\"c\":null}}";

        Envelope read = (Envelope) unit.read(document, Envelope.class);

        assertThat(read.secret().getSession()).isInstanceOf(UnknownSession.class);
        assertThat(read.requests().get(1).getExpiresAfter_JsonNullable().isPresent())
                .isTrue();
        assertThat(unit.write(read.secret())).isEqualTo(SECRET);
        assertThat(unit.write(read.requests().get(1))).isEqualTo("{\"expires_after\":null}");
        assertThat(unit.write(read.more().values().iterator().next())).contains("\"model\":null");
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void writesASecretButNeverPrintsIt(Mapper unit) throws Exception {
        ClientSecret secret = (ClientSecret) unit.read(SECRET, ClientSecret.class);

        assertThat(secret.toString()).doesNotContain("planted");
        assertThat(unit.write(secret)).contains("\"value\":\"ek_example_planted\"");
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void rejectsInvalidModelsWithTheMappersException(Mapper unit) {
        String own = unit instanceof Mapper.Two ? "com.fasterxml.jackson" : "tools.jackson";

        assertThatThrownBy(() -> unit.read("{\"expires_at\":\"ek_example_planted\"}", ClientSecret.class))
                .satisfies(rejected -> assertThat(rejected.getClass().getName()).startsWith(own))
                .hasMessageContaining("not the JSON of a ClientSecret: 'expires_at' has the wrong type")
                .satisfies(rejected -> assertThat(rejected.toString()).doesNotContain("planted"));
        assertThatThrownBy(() -> unit.read("{\"expires_at\":1,\"expires_at\":2}", ClientSecret.class))
                .satisfies(rejected -> assertThat(rejected.getClass().getName()).startsWith(own));
        assertThatThrownBy(() -> unit.read("[]", ClientSecret.class))
                .satisfies(rejected -> assertThat(rejected.getClass().getName()).startsWith(own));
    }

    @Test
    void defaultTypingDoesNotAffectModels() throws Exception {
        ObjectMapper unit = JsonMapper.builder()
                .activateDefaultTyping(
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfBaseType(Object.class)
                                .build(),
                        ObjectMapper.DefaultTyping.NON_FINAL)
                .build();

        assertThat(unit.writeValueAsString(unit.readValue(SECRET, ClientSecret.class)))
                .isEqualTo(SECRET);
    }

    @Test
    void treesAreConvertedBothWays() {
        ObjectMapper two = new ObjectMapper();
        ClientSecret secret = two.convertValue(Map.of("value", "ek_example"), ClientSecret.class);
        assertThat(two.<JsonNode>valueToTree(secret).toString()).isEqualTo("{\"value\":\"ek_example\"}");

        tools.jackson.databind.ObjectMapper three = tools.jackson.databind.json.JsonMapper.builder()
                .findAndAddModules()
                .build();
        ClientSecret again = three.convertValue(Map.of("value", "ek_example"), ClientSecret.class);
        assertThat(three.valueToTree(again).toString()).isEqualTo("{\"value\":\"ek_example\"}");
        assertThat(again).isEqualTo(secret);
    }

    @Test
    void jackson3NeedsTheModule() {
        tools.jackson.databind.ObjectMapper stock = new tools.jackson.databind.ObjectMapper();
        tools.jackson.databind.ObjectMapper named = tools.jackson.databind.json.JsonMapper.builder()
                .addModule(new dev.ephemint.contract.jackson3.ContractModule())
                .build();

        assertThatThrownBy(() -> stock.readValue("{\"session\":{}}", ClientSecret.class))
                .isInstanceOf(tools.jackson.databind.DatabindException.class);
        assertThat(named.readValue("{\"session\":{}}", ClientSecret.class).getSession())
                .isInstanceOf(UnknownSession.class);
    }
}
