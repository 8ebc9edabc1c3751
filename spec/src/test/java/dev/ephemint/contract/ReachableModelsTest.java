package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.ErrorResponse;
import dev.ephemint.contract.model.FlatTranscriptionSession;
import dev.ephemint.contract.model.FlatTranscriptionSessionRequest;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Users see every public model, so one that neither a body, a union nor a member leads to is not generated. */
class ReachableModelsTest {

    private static final Set<Class<?>> BODIES = Set.of(
            ClientSecretRequest.class,
            ClientSecret.class,
            FlatTranscriptionSessionRequest.class,
            FlatTranscriptionSession.class,
            ErrorResponse.class);

    @Test
    void everyPublicModelIsABodyABranchOfAUnionOrAMember() throws Exception {
        List<Class<?>> models = models();
        Set<String> members = models.stream()
                .flatMap(model -> Stream.of(model.getDeclaredFields()))
                .map(Field::getGenericType)
                .flatMap(type -> Stream.of(type.getTypeName().split("[<>, ]+")))
                .collect(Collectors.toSet());

        assertThat(models).hasSizeGreaterThan(50);
        assertThat(models)
                .filteredOn(model -> !model.isInterface())
                .filteredOn(model -> model.getInterfaces().length == 0)
                .filteredOn(model -> !BODIES.contains(model))
                .filteredOn(model -> !members.contains(model.getTypeName()))
                .isEmpty();
    }

    private static List<Class<?>> models() throws IOException, URISyntaxException {
        Path classes = Path.of(ClientSecret.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(classes.resolve("dev/ephemint/contract/model"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
                    .map(name -> load(name.replace(".class", "")))
                    .filter(model -> Modifier.isPublic(model.getModifiers()))
                    .collect(Collectors.toList());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName("dev.ephemint.contract.model." + name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
