package dev.ephemint.server.settings;

import dev.ephemint.server.mint.VendorHosts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks settings against each other: what is well formed each for itself and can not work together. */
final class CrossChecks {

    private static final List<Property> OPENAI = List.of(
            Property.OPENAI_API_KEY,
            Property.OPENAI_API_KEY_FILE,
            Property.OPENAI_ORGANIZATION,
            Property.OPENAI_PROJECT);

    private static final List<Property> AZURE = List.of(
            Property.AZURE_CREDENTIAL,
            Property.AZURE_API_KEY,
            Property.AZURE_API_KEY_FILE,
            Property.AZURE_ENTRA_SCOPE,
            Property.AZURE_API_VERSION,
            Property.AZURE_DEPLOYMENTS);

    private static final List<Property> KEYS = List.of(
            Property.OPENAI_API_KEY, Property.OPENAI_API_KEY_FILE, Property.AZURE_API_KEY, Property.AZURE_API_KEY_FILE);

    private static final Pattern HOST = Pattern.compile("(?:\\w+://)?(\\[[^]]*]|[^/:?#]+)");

    private final Settings settings;
    private final Values values;
    private final Problems problems;

    CrossChecks(Settings settings, Values values, Problems problems) {
        this.settings = settings;
        this.values = values;
        this.problems = problems;
    }

    void check(boolean insecure) {
        if (!refuseTheOtherVendorsHost()) {
            checkVendor();
        }
        if (!insecure) {
            refuseListeningToAll();
            refuseOtherNames();
            refuseKeyInTheClear();
        }
    }

    private void checkVendor() {
        refuseTheOtherVendor();
        refuseKeyWithoutVendor();
        refuseVendorWithoutCredential();
        checkAzure();
        refuseLifetimeOnPreview();
        refuseDeadBeta();
    }

    /** With the wrong dialect every other setting of the vendor looks wrong as well, so only this is reported. */
    private boolean refuseTheOtherVendorsHost() {
        String host = host().orElse("");
        boolean azure = dialect().isAzure();
        boolean wrong = azure ? VendorHosts.isOpenAi(host) : VendorHosts.isAzure(host);
        if (wrong) {
            problems.add(
                    Property.UPSTREAM_DIALECT,
                    azure
                            ? host + " is OpenAI's: set upstream.dialect=openai, with the key in openai.api-key"
                            : host + " is Azure's: set upstream.dialect=azure, with the key in azure.api-key"
                                    + " (or azure.credential=entra)");
        }
        return wrong;
    }

    private DialectName dialect() {
        return settings.upstream().dialect();
    }

    private void refuseTheOtherVendor() {
        List<Property> foreign = dialect().isAzure() ? OPENAI : AZURE;
        foreign.stream()
                .filter(values::isSet)
                .forEach(property -> problems.add(
                        property,
                        "means nothing to the dialect " + dialect() + ": remove it, or change "
                                + Property.UPSTREAM_DIALECT.key()));
    }

    private void refuseKeyWithoutVendor() {
        if (values.isSet(Property.UPSTREAM_URL)) {
            return;
        }
        String hint = "but no vendor to use it with: set " + Property.UPSTREAM_URL.key();
        KEYS.stream().filter(values::isSet).forEach(property -> problems.add(property, "a key, " + hint));
        if (usesEntra()) {
            problems.add(Property.AZURE_CREDENTIAL, "a credential, " + hint);
        }
    }

    private void refuseVendorWithoutCredential() {
        if (!values.isSet(Property.UPSTREAM_URL) || KEYS.stream().anyMatch(values::isSet) || usesEntra()) {
            return;
        }
        problems.add(
                Property.UPSTREAM_URL,
                dialect().isAzure()
                        ? "a vendor, but no credential: set azure.api-key, azure.api-key-file or azure.credential=entra"
                        : "a vendor, but no credential: set openai.api-key or openai.api-key-file");
    }

    private boolean usesEntra() {
        return settings.azure().credential() == AzureCredential.ENTRA;
    }

    private void checkAzure() {
        if (usesEntra() && settings.azure().apiKey().isPresent()) {
            problems.add(Property.AZURE_CREDENTIAL, "is entra, and a key is set too: remove one of them");
        }
        if (settings.azure().entraScope().startsWith("https://openai.azure.com")) {
            problems.add(
                    Property.AZURE_ENTRA_SCOPE,
                    "Azure OpenAI takes no tokens of this scope: use https://ai.azure.com/.default or"
                            + " https://cognitiveservices.azure.com/.default");
        }
        refuseVersionOnGa();
    }

    /** Azure's GA routes answer 401 to a dated api-version: Microsoft's GA migration guide, seen 2026-11-21. */
    private void refuseVersionOnGa() {
        if (dialect() == DialectName.AZURE && values.isSet(Property.AZURE_API_VERSION)) {
            problems.add(
                    Property.AZURE_API_VERSION,
                    "the GA routes answer 401 to an api-version: remove it, or use the dialect azure-preview");
        }
    }

    private void refuseLifetimeOnPreview() {
        if (dialect() == DialectName.AZURE_PREVIEW && values.isSet(Property.MINT_EXPIRES_AFTER_SECONDS)) {
            problems.add(
                    Property.MINT_EXPIRES_AFTER_SECONDS,
                    "means nothing to the dialect azure-preview, whose tokens live as long as the vendor says: remove it");
        }
    }

    /** OpenAI's deprecations page: removed 2026-05-12. */
    private void refuseDeadBeta() {
        boolean dead = dialect() == DialectName.OPENAI_BETA
                && host().filter(VendorHosts::isOpenAi).isPresent();
        if (dead) {
            problems.add(
                    Property.UPSTREAM_DIALECT, "OpenAI removed its beta on 2026-05-12: use the dialect openai instead");
        }
    }

    private void refuseListeningToAll() {
        if (!Loopback.isLoopback(settings.server().host())) {
            problems.add(
                    Property.SERVER_HOST,
                    "this service does not check callers, so anyone who reaches it can mint on your account: listen"
                            + " on 127.0.0.1, or start with --insecure behind something that checks callers");
        }
    }

    /** A name that is not loopback's reaches us through a proxy, and so does everyone who reaches the proxy. */
    private void refuseOtherNames() {
        if (!settings.server().allowedHosts().stream().allMatch(Loopback::isLoopback)) {
            problems.add(
                    Property.SERVER_ALLOWED_HOSTS,
                    "this service does not check callers, so anyone who reaches the proxy in front of it can mint on"
                            + " your account: remove it, or start with --insecure behind a proxy that checks callers");
        }
    }

    private void refuseKeyInTheClear() {
        boolean plain = settings.upstream()
                .url()
                .filter(url -> url.matches("(?i)(http|ws)://.*"))
                .isPresent();
        if (plain && host().filter(Loopback::isLoopback).isEmpty()) {
            problems.add(
                    Property.UPSTREAM_URL,
                    "plain http would show the credential to the network: use https, or start with --insecure");
        }
    }

    /** Host names by spelling only: reading the address is the dialect's business. */
    private Optional<String> host() {
        return settings.upstream()
                .url()
                .map(HOST::matcher)
                .filter(Matcher::lookingAt)
                .map(url -> url.group(1));
    }
}
