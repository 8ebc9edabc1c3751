package dev.ephemint.server.http.filter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephemint.server.caller.CallerCheck;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

final class AccessFeatureTest {

    @Test
    void aResourceWithoutAnAccessRuleStopsTheStart() {
        assertThatThrownBy(() -> start(new Undeclared()))
                .hasStackTraceContaining("Undeclared.get declares no access rule: add @Access");
        assertThatThrownBy(() -> start(new OneOfTwo())).hasStackTraceContaining("OneOfTwo.undeclared declares no");
    }

    @Test
    void startsWithARuleOnTheMethodOrTheClass() {
        assertThatCode(() -> start(new Declared())).doesNotThrowAnyException();
    }

    private static void start(Object resource) {
        new ApplicationHandler(new ResourceConfig()
                .register(new AccessFeature(CallerCheck.anonymous()))
                .register(resource));
    }

    @Path("a")
    static final class Undeclared {

        @GET
        public String get() {
            return "";
        }
    }

    @Path("a")
    static final class OneOfTwo {

        @GET
        @Access(Access.Rule.OPEN)
        public String declared() {
            return "";
        }

        @GET
        @Path("b")
        public String undeclared() {
            return "";
        }
    }

    @Path("a")
    @Access(Access.Rule.CALLER)
    static final class Declared {

        @GET
        public String get() {
            return "";
        }
    }
}
