package dev.ephemint.server.settings.reader;

import dev.ephemint.server.settings.AdmissionSettings;
import dev.ephemint.server.settings.AdmissionSettings.WhenAway;
import dev.ephemint.server.settings.AuditSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where limits are counted and mints are recorded. No problem that it reports shows any of the address: it may hold a password. */
final class AdmissionReader {

    private static final Pattern URL =
            Pattern.compile("rediss?://([\\w.-]+@)?([\\w.-]+|\\[[0-9A-Fa-f:]+])(:\\d{1,5})?(/\\d{0,3})?");

    private final Values values;
    private final SecretReader secrets;
    private final Problems problems;

    AdmissionReader(Values values, SecretReader secrets, Problems problems) {
        this.values = values;
        this.secrets = secrets;
        this.problems = problems;
    }

    AdmissionSettings admission() {
        Optional<URI> url = url();
        if (!values.isSet(Property.ADMISSION_REDIS_URL)) {
            rejectWithoutRedis(Property.ADMISSION_REDIS_PASSWORD);
            rejectWithoutRedis(Property.ADMISSION_REDIS_PASSWORD_FILE);
            rejectWithoutRedis(Property.AUDIT_STREAM);
        }
        return new AdmissionSettings(
                url,
                secrets.read(Property.ADMISSION_REDIS_PASSWORD, Property.ADMISSION_REDIS_PASSWORD_FILE),
                values.duration(Property.ADMISSION_TIMEOUT),
                values.integer(Property.ADMISSION_CONNECTIONS),
                values.choice(Property.ADMISSION_WHEN_AWAY, WhenAway.class),
                values.integer(Property.ADMISSION_REPLICAS));
    }

    private void rejectWithoutRedis(Property property) {
        if (values.isSet(property) && !values.text(property).equals(property.defaultValue())) {
            problems.add(property, "is set, but " + Property.ADMISSION_REDIS_URL.key() + " is not");
        }
    }

    private Optional<URI> url() {
        return values.optional(Property.ADMISSION_REDIS_URL).flatMap(text -> {
            if (URL.matcher(text).matches()) {
                return Optional.of(URI.create(text));
            }
            problems.add(
                    Property.ADMISSION_REDIS_URL,
                    "must look like redis://host:6379/0, rediss:// for TLS, with a user but no password; set "
                            + Property.ADMISSION_REDIS_PASSWORD_FILE.key() + " for that");
            return Optional.empty();
        });
    }

    AuditSettings audit() {
        AuditSettings audit = new AuditSettings(
                values.optional(Property.AUDIT_FILE).map(Path::of),
                values.flag(Property.AUDIT_FSYNC),
                values.flag(Property.AUDIT_STREAM),
                values.integer(Property.AUDIT_STREAM_LENGTH),
                values.flag(Property.AUDIT_REQUIRED),
                values.optional(Property.AUDIT_REJECTED_FILE).map(Path::of),
                secrets.read(Property.AUDIT_END_USER_KEY, Property.AUDIT_END_USER_KEY_FILE));
        boolean local = values.text(Property.ADMISSION_WHEN_AWAY).equals(WhenAway.LOCAL.toString());
        if (local && audit.stream() && audit.required() && audit.file().isEmpty()) {
            problems.add(
                    Property.ADMISSION_WHEN_AWAY,
                    "local mints while the stream of records is away; set " + Property.AUDIT_FILE.key() + ", or "
                            + Property.AUDIT_REQUIRED.key() + "=false");
        }
        return audit;
    }
}
