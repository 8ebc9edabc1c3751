package dev.ephemint.server.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PropertyTest {

    @Test
    void hasAFileKeyAndAnEnvironmentName() {
        assertThat(Property.SERVER_MAX_REQUEST_BYTES.key()).isEqualTo("server.max-request-bytes");
        assertThat(Property.SERVER_MAX_REQUEST_BYTES.environmentName()).isEqualTo("EPHEMINT_SERVER_MAX_REQUEST_BYTES");
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByKeyAndByEnvironmentName(Property property) {
        assertThat(Property.ofKey(property.key())).contains(property);
        assertThat(Property.ofEnvironmentName(property.environmentName())).contains(property);
    }
}
