package dev.ephemint.server.http.filter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call a resource. Each resource method, or its class, declares it: without a rule the service does not start. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Access {

    Rule value();

    /** The rules there are. */
    enum Rule {

        /** Anyone: the resource shows nothing that is not public, and spends nothing. */
        OPEN,

        /** A caller that is known, if callers are configured. */
        CALLER
    }
}
