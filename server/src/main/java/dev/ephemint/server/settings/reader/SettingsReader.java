package dev.ephemint.server.settings.reader;

import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.settings.AuthSettings;
import dev.ephemint.server.settings.AzureCredential;
import dev.ephemint.server.settings.AzureSettings;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.ConfigSections;
import dev.ephemint.server.settings.LogFormat;
import dev.ephemint.server.settings.LogSettings;
import dev.ephemint.server.settings.MetricsSettings;
import dev.ephemint.server.settings.MintSettings;
import dev.ephemint.server.settings.NamedUpstream;
import dev.ephemint.server.settings.OpenAiSettings;
import dev.ephemint.server.settings.PageSettings;
import dev.ephemint.server.settings.SealedSettings;
import dev.ephemint.server.settings.ServerSettings;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.TracingSettings;
import dev.ephemint.server.settings.UpstreamSettings;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers, reads and checks. */
public final class SettingsReader {

    /** For all but the two calls to the vendor that a deferral takes. */
    private static final Duration BESIDE_THE_VENDOR = Duration.ofSeconds(5);

    private final Problems problems;
    private final Values values;
    private final SecretReader secrets;
    private final NetworkReader network;
    private final TlsReader tls;
    private final AdmissionReader admission;

    private SettingsReader(Values values, Problems problems) {
        this.problems = problems;
        this.values = values;
        this.secrets = new SecretReader(values, problems);
        this.network = new NetworkReader(values, problems);
        this.tls = new TlsReader(values, problems);
        this.admission = new AdmissionReader(values, secrets, problems);
    }

    /**
     * Reads and checks all settings.
     *
     * @throws BadSettingsException with everything that is wrong, not only the first of it
     */
    public static Settings read(Sources sources) {
        Problems problems = new Problems();
        Gathered gathered = Gatherer.gather(sources, problems);
        Values values = new Values(gathered.values(), problems);
        Settings settings = new SettingsReader(values, problems).settings(gathered.sections(), sources);
        Constraints.check(settings, problems);
        new CrossChecks(settings, values, problems).check(sources.insecure());
        problems.throwIfAny();
        return settings;
    }

    private Settings settings(ConfigSections sections, Sources sources) {
        UpstreamSettings upstream = upstream();
        List<NamedUpstream> named =
                new UpstreamsReader(values, secrets, sources, problems).read(sections.upstreams(), upstream);
        return named.isEmpty()
                ? settings(upstream, named, sections)
                : settings(named.get(0).upstream(), named, sections)
                        .at(named.get(0))
                        .withUpstreams(named);
    }

    private Settings settings(UpstreamSettings upstream, List<NamedUpstream> named, ConfigSections sections) {
        Duration slowest = Stream.concat(Stream.of(upstream), named.stream().map(NamedUpstream::upstream))
                .map(UpstreamSettings::timeout)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Settings(
                server(slowest),
                upstream,
                openai(),
                azure(),
                mint(upstream.dialect()),
                admission.admission(),
                admission.audit(),
                new AuthSettings(secrets.read(Property.AUTH_PEPPER, Property.AUTH_PEPPER_FILE)),
                sealed(),
                new PageSettings(values.decision(Property.PAGE_ENABLED)),
                new LogSettings(values.choice(Property.LOG_FORMAT, LogFormat.class)),
                new MetricsSettings(
                        values.flag(Property.METRICS_ENABLED),
                        values.text(Property.METRICS_HOST),
                        values.integer(Property.METRICS_PORT)),
                new TracingSettings(
                        values.web(Property.TRACING_OTLP_URL), values.integer(Property.TRACING_SAMPLE_PERCENT)),
                named,
                sections);
    }

    private SealedSettings sealed() {
        return new SealedSettings(
                values.file(Property.SEALED_KEYS_FILE),
                values.duration(Property.SEALED_LIFETIME),
                values.list(Property.SEALED_POLICIES),
                values.origins(Property.SEALED_ORIGINS),
                values.choice(Property.SEALED_USE, SealedSettings.Use.class));
    }

    /** @param slowest timeout of an upstream */
    private ServerSettings server(Duration slowest) {
        return new ServerSettings(
                values.text(Property.SERVER_HOST),
                values.integer(Property.SERVER_PORT),
                values.integer(Property.SERVER_MAX_REQUEST_BYTES),
                values.integer(Property.SERVER_MAX_REQUESTS),
                values.integer(Property.SERVER_MAX_CONNECTIONS),
                values.duration(Property.SERVER_BODY_TIMEOUT),
                values.integer(Property.SERVER_MIN_BODY_RATE),
                values.optionalDuration(Property.SERVER_REQUEST_TIMEOUT)
                        .orElseGet(() -> slowest.multipliedBy(2).plus(BESIDE_THE_VENDOR)),
                values.list(Property.SERVER_ALLOWED_HOSTS),
                values.origins(Property.SERVER_CORS_ORIGINS),
                network.proxies(),
                network.stopDelay(),
                tls.files(),
                tls.read(),
                tls.clientAuthorities());
    }

    private UpstreamSettings upstream() {
        return new UpstreamSettings(
                values.choice(Property.UPSTREAM_DIALECT, DialectName.class),
                values.optional(Property.UPSTREAM_URL),
                values.duration(Property.UPSTREAM_CONNECT_TIMEOUT),
                values.duration(Property.UPSTREAM_TIMEOUT),
                values.integer(Property.UPSTREAM_MAX_RESPONSE_BYTES),
                values.integer(Property.UPSTREAM_MAX_CONNECTIONS),
                values.integer(Property.UPSTREAM_BREAKER_PERCENT),
                values.duration(Property.UPSTREAM_BREAKER_WAIT));
    }

    private OpenAiSettings openai() {
        return new OpenAiSettings(
                secrets.read(Property.OPENAI_API_KEY, Property.OPENAI_API_KEY_FILE),
                secrets.path(Property.OPENAI_API_KEY_FILE),
                values.optional(Property.OPENAI_ORGANIZATION),
                values.optional(Property.OPENAI_PROJECT),
                Optional.empty());
    }

    private AzureSettings azure() {
        return new AzureSettings(
                values.choice(Property.AZURE_CREDENTIAL, AzureCredential.class),
                secrets.read(Property.AZURE_API_KEY, Property.AZURE_API_KEY_FILE),
                secrets.path(Property.AZURE_API_KEY_FILE),
                values.text(Property.AZURE_ENTRA_SCOPE),
                values.text(Property.AZURE_API_VERSION),
                values.pairs(Property.AZURE_DEPLOYMENTS));
    }

    private MintSettings mint(DialectName dialect) {
        return new MintSettings(
                values.optional(Property.MINT_DEFAULT_MODEL)
                        .orElse(VendorSection.of(dialect).defaultModel()),
                values.integer(Property.MINT_EXPIRES_AFTER_SECONDS),
                values.integer(Property.MINT_RETIREMENT_WARNING_DAYS),
                values.flag(Property.MINT_DEFER),
                values.flag(Property.MINT_REPAIR),
                values.file(Property.MINT_MODEL_RULES_FILE));
    }
}
