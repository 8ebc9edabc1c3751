package dev.ephemint.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.type.ReferenceType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import org.openapitools.jackson.nullable.JsonNullableModule;

/**
 * The Jackson configuration of server and client. A document that is read and written again is an equal tree: null, absent
 * and a value stay distinct, numbers stay exact, unknown members are kept, and no value changes its type.
 */
public final class ContractJson {

    private static final JsonMapper MAPPER = configured();

    /** Its parser does not look for members that occur twice, because the tree itself notices them. */
    private static final ObjectReader TREES = MAPPER.reader().with(buffers());

    private ContractJson() {}

    /** The shared mapper; do not configure it. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * A document as a tree, a missing node for an empty one. It accepts what the mapper accepts, at less cost; for the
     * reason why a document is none, ask the mapper.
     *
     * @throws IOException if it is no JSON
     */
    public static JsonNode tree(byte[] document) throws IOException {
        return TREES.readTree(document);
    }

    /**
     * The same for text.
     *
     * @throws JsonProcessingException if it is no JSON
     */
    public static JsonNode tree(String document) throws JsonProcessingException {
        return TREES.readTree(document);
    }

    private static JsonMapper configured() {
        JsonMapper.Builder builder = JsonMapper.builder(buffers())
                .annotationIntrospector(new OwnAnnotations())
                .addModule(new JsonNullableModule())
                .addModule(readers())
                // Absent members are not written; nulls inside a map or an unknown member are.
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
        JsonMapper mapper = builder.build();
        mapper.coercionConfigDefaults()
                .setAcceptBlankAsEmpty(false)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }

    /** Buffers are shared by all threads: those of a virtual thread would be thrown away with it. */
    private static JsonFactory buffers() {
        return JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                .build();
    }

    private static SimpleModule readers() {
        SimpleModule module = new SimpleModule("contract") {
            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.addDeserializers(new Readers());
            }
        };
        module.addDeserializer(Long.class, new WholeNumberReader());
        return module;
    }

    private static final class Readers extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription bean) {
            return Unions.reader(type.getRawClass());
        }

        @Override
        public @Nullable JsonDeserializer<?> findReferenceDeserializer(
                ReferenceType type,
                DeserializationConfig config,
                BeanDescription bean,
                @Nullable TypeDeserializer typeReader,
                @Nullable JsonDeserializer<?> reader) {
            return type.hasRawClass(JsonNullable.class) ? new PresenceReader(type, null, typeReader, reader) : null;
        }
    }
}
