package dev.ephemint.server.settings.reader;

import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.settings.AdmissionSettings;
import dev.ephemint.server.settings.AzureCredential;
import dev.ephemint.server.settings.LogFormat;
import dev.ephemint.server.settings.SealedSettings;
import dev.ephemint.server.settings.network.ProxySettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every property there is: the one list that the reader, {@code --help} and the documentation share. */
public enum Property {
    SERVER_HOST(
            "127.0.0.1",
            "Address to listen on; an address other than loopback requires `callers` or `issuers`, or `--insecure`"),
    SERVER_PORT("8080", "Port to listen on; 0 for any free port"),
    SERVER_MAX_REQUEST_BYTES("262144", "Largest request body"),
    SERVER_MAX_REQUESTS("500", "Requests that are handled at once; others get 503 with `retry-after`"),
    SERVER_MAX_CONNECTIONS(
            "10000",
            "Connections of callers that are open at once; beyond them, a new one replaces the longest waiting"),
    SERVER_BODY_TIMEOUT("PT10S", "Time for the whole body of a request to arrive"),
    SERVER_MIN_BODY_RATE(
            "100", "Bytes per second at which the body of a request must arrive, after two seconds; 0 for any"),
    SERVER_REQUEST_TIMEOUT(
            "",
            "Time for a request from its arrival to its response, waiting and every call to the vendor included; if not set,"
                    + " twice `upstream.timeout` and five seconds"),
    SERVER_ALLOWED_HOSTS(
            "",
            "Host names, comma-separated, that are accepted besides loopback ones, such as behind a proxy; if not set, only"
                    + " loopback ones while listening on loopback, otherwise any; names of other hosts require `callers` or `issuers`, or `--insecure`",
            ValueType.LIST),
    SERVER_CORS_ORIGINS(
            "",
            "Origins, comma-separated, whose pages may call the service from a browser, such as `https://captions.example`,"
                    + " beside those that a policy of `policies` allows",
            ValueType.LIST),
    SERVER_TRUSTED_PROXIES(
            "",
            "IP addresses or ranges, comma-separated, of the proxies whose forwarded headers are read, such as `10.0.0.0/8`; those"
                    + " of others are ignored",
            ValueType.LIST),
    SERVER_FORWARDED_HEADER(
            "x-forwarded",
            "What these proxies set: `x-forwarded` for `X-Forwarded-For`, `-Proto` and `-Host`, `forwarded` for `Forwarded`"
                    + " (RFC 7239); the other is ignored",
            ValueType.CHOICE,
            ProxySettings.Forwarding.values()),
    SERVER_PROXY_PROTOCOL(
            "false", "Whether connections of these proxies may begin with the PROXY protocol, version 1 or 2"),
    SERVER_STOP_DELAY(
            "",
            "Time after SIGTERM in which readiness has fallen and requests are still accepted; if not set, ten seconds, and none"
                    + " while listening on loopback"),
    SERVER_TLS_CERTIFICATE_FILE(
            "",
            "PEM file of a certificate and its chain; with `server.tls-key-file` the port accepts https and wss only"),
    SERVER_TLS_KEY_FILE(
            "", "PEM file of the certificate's private key: PKCS#8, not encrypted; read again when the files change"),
    SERVER_TLS_CLIENT_CA_FILE(
            "",
            "PEM file of the authorities whose client certificates are accepted; a certificate is asked for, not required"),
    AUTH_PEPPER("", "Secret by which the hashes of callers' keys are made, 32 characters or more; environment only"),
    AUTH_PEPPER_FILE("", "File that holds the pepper"),
    SEALED_KEYS_FILE(
            "",
            "File of the keys that seal tokens, a line for each: a name and 32 random bytes in Base64; the first one seals, all"
                    + " of them open; read again when it changes; if not set, no token is sealed"),
    SEALED_LIFETIME("PT1M", "Time in which a sealed token can be used"),
    SEALED_POLICIES(
            "", "Policies, comma-separated, whose tokens are sealed; if not set, those of all callers", ValueType.LIST),
    SEALED_ORIGINS(
            "",
            "Origins, comma-separated, from which a token may be used that no browser minted; if not set, any or none",
            ValueType.LIST),
    SEALED_USE(
            "exchange",
            "What a sealed token is good for: `exchange` for the vendor's token, `call` for one WebRTC call, whose SDP the service"
                    + " posts, or `both`",
            ValueType.CHOICE,
            SealedSettings.Use.values()),
    UPSTREAM_DIALECT(
            "openai",
            "Dialect of the vendor: `openai`, `openai-beta`, `azure` or `azure-preview`",
            ValueType.CHOICE,
            DialectName.values()),
    UPSTREAM_URL("", "The vendor, such as `https://api.openai.com`; if not set, the built-in sandbox is used"),
    UPSTREAM_CONNECT_TIMEOUT("PT2S", "Timeout for a connection to the vendor"),
    UPSTREAM_TIMEOUT("PT10S", "Timeout for the vendor's whole response"),
    UPSTREAM_MAX_RESPONSE_BYTES("1048576", "Largest response read from the vendor"),
    UPSTREAM_MAX_CONNECTIONS("500", "Connections to the vendor, each with one call at a time"),
    UPSTREAM_BREAKER_PERCENT(
            "50",
            "Percentage of failed calls in ten seconds, at least 50 calls, from which the vendor is not asked for a while; 101 for"
                    + " never"),
    UPSTREAM_BREAKER_WAIT("PT5S", "How long the vendor is not asked then, before a few calls try it again"),
    OPENAI_API_KEY("", "OpenAI key; environment only; `OPENAI_API_KEY` is read if this is not set"),
    OPENAI_API_KEY_FILE("", "File that holds the OpenAI key"),
    OPENAI_ORGANIZATION("", "Sent as `OpenAI-Organization`"),
    OPENAI_PROJECT("", "Sent as `OpenAI-Project`"),
    AZURE_CREDENTIAL(
            "api-key", "Credential for Azure: `api-key` or `entra`", ValueType.CHOICE, AzureCredential.values()),
    AZURE_API_KEY("", "Azure key; environment only; `AZURE_OPENAI_API_KEY` is read if this is not set"),
    AZURE_API_KEY_FILE("", "File that holds the Azure key"),
    AZURE_ENTRA_SCOPE("https://ai.azure.com/.default", "Scope of the Entra tokens"),
    AZURE_API_VERSION("2025-04-01-preview", "`api-version` of the dialect `azure-preview`; not used by the GA dialect"),
    AZURE_DEPLOYMENTS(
            "",
            "Deployment names, if they differ from model names: `model=deployment`, comma-separated",
            ValueType.PAIRS),
    MINT_DEFAULT_MODEL(
            "",
            "Model of a flat transcription request that names none; if not set, a model whose turns the vendor ends:"
                    + " `gpt-4o-transcribe`, at Azure `gpt-live-transcribe`"),
    MINT_EXPIRES_AFTER_SECONDS("600", "Lifetime of a token whose request names none, 10 to 7200"),
    MINT_RETIREMENT_WARNING_DAYS("180", "Days before a model's retirement from which responses warn of it"),
    MINT_DEFER(
            "true",
            "Whether a mint that fails with 500 is retried once without its transcription block, which is then returned"
                    + " as an event to send first"),
    MINT_REPAIR(
            "false",
            "Whether members of a request that are known to be misplaced are moved to where the contract has them, each with"
                    + " a warning, instead of being rejected"),
    MINT_MODEL_RULES_FILE("", "File of model rules to use instead of the built-in ones"),
    ADMISSION_REDIS_URL(
            "",
            "Redis or Valkey that all replicas count limits in, such as `redis://redis:6379/0`, `rediss://` for TLS; if not set,"
                    + " each process counts its own"),
    ADMISSION_REDIS_PASSWORD("", "Password of Redis; environment only"),
    ADMISSION_REDIS_PASSWORD_FILE("", "File that holds the password of Redis"),
    ADMISSION_TIMEOUT("PT0.25S", "Timeout for a connection to Redis and for each reply"),
    ADMISSION_CONNECTIONS("16", "Connections to Redis, at most"),
    ADMISSION_WHEN_AWAY(
            "deny",
            "While Redis is away: `deny` mints nothing, `local` applies each limit divided by `admission.replicas`",
            ValueType.CHOICE,
            AdmissionSettings.WhenAway.values()),
    ADMISSION_REPLICAS("1", "Replicas that share the limits, for `admission.when-away=local`"),
    AUDIT_FILE("", "File to which a line of JSON is appended when a mint is admitted and when it ends"),
    AUDIT_FSYNC("true", "Whether each line is on the disk before its mint continues"),
    AUDIT_STREAM("false", "Whether Redis keeps the records as well, in one stream for each caller"),
    AUDIT_STREAM_LENGTH("100000", "Records that each stream keeps, approximately"),
    AUDIT_REQUIRED("true", "Whether a mint that cannot be recorded in `audit.file` is refused"),
    AUDIT_REJECTED_FILE(
            "",
            "File to which a line of JSON is appended for each request that is rejected because of its caller: unknown, beyond"
                    + " its policy, or over its limits"),
    AUDIT_END_USER_KEY("", "Key of the hashes that replace end users, the same in all replicas; environment only"),
    AUDIT_END_USER_KEY_FILE("", "File that holds the key of these hashes"),
    PAGE_ENABLED(
            "",
            "Whether `/` serves the page: `true` or `false`; if not set, only while listening on loopback without"
                    + " `server.allowed-hosts`, `callers` and `issuers`",
            ValueType.FLAG),
    LOG_FORMAT("text", "`text` with key=value pairs, or `json` lines", ValueType.CHOICE, LogFormat.values()),
    METRICS_ENABLED("false", "Whether metrics are served for Prometheus, as `/metrics` on a port of their own"),
    METRICS_HOST("127.0.0.1", "Address on which that port listens; every client that reaches it can read the metrics"),
    METRICS_PORT("9464", "That port; 0 for any free port"),
    TRACING_OTLP_URL(
            "",
            "Address to which traces are sent by OTLP over HTTP, such as `http://127.0.0.1:4318/v1/traces`; if not set, there"
                    + " are no traces"),
    TRACING_SAMPLE_PERCENT("100", "Percentage of the traces that is sent, if a caller's `traceparent` has not decided");

    static final String ENVIRONMENT_PREFIX = "EPHEMINT_";

    private final String defaultValue;
    private final String description;
    private final ValueType type;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of texts
    private final List<String> choices;

    /** Of the type that the default has; a text if there is none. */
    Property(String defaultValue, String description) {
        this(defaultValue, description, ValueType.ofDefault(defaultValue));
    }

    Property(String defaultValue, String description, ValueType type, Enum<?>... choices) {
        this.defaultValue = defaultValue;
        this.description = description;
        this.type = type;
        this.choices = Arrays.stream(choices).map(Enum::toString).toList();
    }

    /** As it is written in a file: {@code server.max-request-bytes}. */
    public String key() {
        return group() + "." + nameInGroup();
    }

    /** The mapping of a YAML file in which it is: {@code server}. */
    String group() {
        return name().substring(0, name().indexOf('_')).toLowerCase(Locale.ROOT);
    }

    /** Its name there: {@code max-request-bytes}. */
    String nameInGroup() {
        return name().substring(name().indexOf('_') + 1)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    /** As it is written in the environment: {@code EPHEMINT_SERVER_MAX_REQUEST_BYTES}. */
    public String environmentName() {
        return ENVIRONMENT_PREFIX + name();
    }

    /** The default; empty if there is none. */
    public String defaultValue() {
        return defaultValue;
    }

    public String description() {
        return description;
    }

    ValueType type() {
        return type;
    }

    /** The values of a choice. */
    List<String> choices() {
        return choices;
    }

    boolean isSecret() {
        return this == AUTH_PEPPER
                || this == ADMISSION_REDIS_PASSWORD
                || this == AUDIT_END_USER_KEY
                || VendorSection.all().stream().anyMatch(section -> section.key() == this);
    }

    /** What is wrong with a secret in a configuration file. */
    String notInAFile() {
        return "must not be in this file, because it is a secret; set " + environmentName() + " or " + key() + "-file";
    }

    public static Optional<Property> ofKey(String key) {
        return Arrays.stream(values())
                .filter(property -> property.key().equals(key))
                .findFirst();
    }

    static Optional<Property> ofEnvironmentName(String name) {
        return Arrays.stream(values())
                .filter(property -> property.environmentName().equals(name))
                .findFirst();
    }
}
