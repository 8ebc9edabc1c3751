package dev.ephemint.contract.jackson3;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.ephemint.contract.model.ErrorResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.ser.Serializers;

/**
 * Makes a Jackson 3 mapper write and read the contract's models as {@link dev.ephemint.contract.ContractJson} does,
 * regardless of its settings. Spring Boot 4 and {@code findAndAddModules} find it.
 */
public final class ContractModule extends JacksonModule {

    private static final String MODELS = ErrorResponse.class.getPackageName();

    @Override
    public String getModuleName() {
        return getClass().getName();
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addSerializers(new ModelWriters());
        context.addDeserializers(new ModelReaders());
    }

    private static boolean isModel(Class<?> type) {
        return type.getPackageName().equals(MODELS);
    }

    private static final class ModelWriters extends Serializers.Base {

        @Override
        public @Nullable ValueSerializer<?> findSerializer(
                SerializationConfig config,
                JavaType type,
                BeanDescription.Supplier bean,
                JsonFormat.@Nullable Value format) {
            return isModel(type.getRawClass()) ? new Jackson3ModelWriter() : null;
        }
    }

    private static final class ModelReaders extends Deserializers.Base {

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
            return isModel(type.getRawClass()) ? new Jackson3ModelReader(type.getRawClass()) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return isModel(type);
        }
    }
}
