package dev.ephemint.server.settings.reader;

import dev.ephemint.server.settings.Settings;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Checks the constraints that the settings' records declare. */
final class Constraints {

    /** For as long as the process: it keeps what it learned about the records by reflection. */
    private static final Validator VALIDATOR = factory().getValidator();

    private Constraints() {}

    static void check(Settings settings, Problems problems) {
        VALIDATOR.validate(settings).stream()
                .sorted((left, right) -> key(left).compareTo(key(right)))
                .forEach(violation ->
                        problems.add(key(violation), violation.getMessage() + got(violation.getInvalidValue())));
    }

    /** Only of numbers and durations: a text may be a key that was set in the wrong place. */
    private static String got(Object value) {
        return value instanceof Number || value instanceof Duration ? ", got " + value : "";
    }

    /** Messages in one language and without an expression language on the class path. */
    private static ValidatorFactory factory() {
        return Validation.byProvider(HibernateValidator.class)
                .configure()
                .defaultLocale(Locale.ENGLISH)
                .localeResolver(context -> Locale.ENGLISH)
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory();
    }

    /** {@code server.maxRequestBytes} is {@code server.max-request-bytes} to the operator. */
    private static String key(ConstraintViolation<Settings> violation) {
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        String path = nodes.next().getName() + "." + nodes.next().getName();
        return path.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
