package dev.ephemint.server.http.filter;

import dev.ephemint.server.caller.CallerCheck;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Puts the check of callers in front of the resource methods that declare it, and stops the start for one without a rule. */
public final class AccessFeature implements DynamicFeature {

    /** What Jersey adds itself: responses to OPTIONS, which {@link OptionsFilter} rejects. */
    private static final String JERSEY = "org.glassfish.jersey.";

    private final CallerFilter filter;

    public AccessFeature(CallerCheck callers) {
        this.filter = new CallerFilter(callers);
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        Class<?> type = resource.getResourceClass();
        if (isJerseys(type) || isJerseys(method.getDeclaringClass())) {
            return;
        }
        Access declared = declared(method, type);
        if (declared == null) {
            throw new IllegalStateException(
                    type.getSimpleName() + "." + method.getName() + " declares no access rule: add @Access");
        }
        if (declared.value() == Access.Rule.CALLER) {
            context.register(filter);
        }
    }

    private static boolean isJerseys(Class<?> type) {
        return type.getName().startsWith(JERSEY);
    }

    /** Of the class's own method, also if the resource method is the one of an interface. */
    private static @Nullable Access declared(Method method, Class<?> type) {
        Access own = method.getAnnotation(Access.class);
        if (own != null) {
            return own;
        }
        try {
            Access implemented = type.getDeclaredMethod(method.getName(), method.getParameterTypes())
                    .getAnnotation(Access.class);
            return implemented == null ? type.getAnnotation(Access.class) : implemented;
        } catch (NoSuchMethodException inherited) {
            return type.getAnnotation(Access.class);
        }
    }
}
