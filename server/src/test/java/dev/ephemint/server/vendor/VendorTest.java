package dev.ephemint.server.vendor;

import static dev.ephemint.server.Fixtures.failed;
import static dev.ephemint.server.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.dialect.Dialect;
import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.DialectName;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.mint.VendorName;
import dev.ephemint.server.settings.Settings;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VendorTest {

    private static final String URL = "https://vendor.example";
    private static final String KEY = "sk-planted-4711";

    private final List<Secret> used = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(VendorName.class)
    void makesEveryDialectOfTheVendorAndNoOther(VendorName name) {
        assertThat(Vendor.of(name).dialects())
                .containsOnlyKeys(Arrays.stream(DialectName.values())
                        .filter(dialect -> dialect.vendor() == name)
                        .toArray(DialectName[]::new));
    }

    @ParameterizedTest
    @EnumSource(DialectName.class)
    void makesTheDialectOfTheConfiguredName(DialectName name) {
        assertThat(dialect(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, OPENAI, true, false, false, https://vendor.example/v1/models",
        "OPENAI_BETA, , true, false, false, https://vendor.example/v1/models",
        "AZURE, AZURE, true, true, true, ",
        "AZURE_PREVIEW, AZURE, false, false, true, "
    })
    void statesWhatADialectCanDo(
            DialectName name, VendorName models, boolean lifetime, boolean block, boolean member, URI modelList) {
        Dialect dialect = dialect(name);

        assertThat(dialect.modelVendor()).isEqualTo(Optional.ofNullable(models));
        assertThat(dialect.acceptsLifetime()).isEqualTo(lifetime);
        assertThat(dialect.failsOnTranscriptionBlock()).isEqualTo(block);
        assertThat(dialect.failsOnUnknownMember()).isEqualTo(member);
        assertThat(dialect.modelList()).isEqualTo(Optional.ofNullable(modelList));
    }

    /** Before any other member, because those of a session that cannot be minted do not matter. */
    @ParameterizedTest
    @CsvSource({"OPENAI, false", "OPENAI_BETA, true", "AZURE, false", "AZURE_PREVIEW, true"})
    void refusesARealtimeSessionIfTheWireFormatIsFlat(DialectName name, boolean flat) {
        MintRequest realtime = request("""
                {'expires_after':{'seconds':60},
                 'session':{'type':'realtime','audio':{'input':{'transcription':{'keywords':['k']}}}}}""");

        assertThat(dialect(name).isFlat()).isEqualTo(flat);
        assertThat(Stream.<Consumer<MintRequest>>of(dialect(name)::refuseSessionType, dialect(name)::encode)
                        .map(step -> refusedMember(step, realtime)))
                .containsOnly(flat ? "session.type" : "none");
    }

    private static String refusedMember(Consumer<MintRequest> step, MintRequest request) {
        MintFailedException failed = failed(() -> step.accept(request));
        return failed != null && failed.failure() instanceof InvalidRequest refusal ? refusal.param() : "none";
    }

    @ParameterizedTest
    @EnumSource(DialectName.class)
    void givesDeploymentsToDialectsOfAzureOnly(DialectName name) {
        Settings settings = name.vendor() == VendorName.AZURE
                ? settings(name, Map.of("azure.deployments", "m=d"))
                : settings(name, Map.of());

        assertThat(dialect(settings).modelDeployments())
                .isEqualTo(name.vendor() == VendorName.AZURE ? Map.of("m", "d") : Map.of());
    }

    @ParameterizedTest
    @EnumSource(VendorName.class)
    void parsesItsExampleUrl(VendorName name) {
        Vendor vendor = Vendor.of(name);

        assertThat(name.ownsHost(vendor.endpoint(vendor.exampleUrl()).base().getHost()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"OPENAI, openai, authorization", "AZURE, azure, api-key"})
    void signsWithTheConfiguredKey(DialectName name, String section, String header) {
        Settings settings = settings(name, Map.of(section + ".api-key", KEY));

        assertThat(vendor(name)
                        .credential(settings, used::add, VendorTest::noTokens)
                        .sign(call())
                        .headers())
                .containsOnlyKeys(header);
        assertThat(vendor(name).ofKey(new Secret(KEY)).sign(call()).headers())
                .hasEntrySatisfying(header, value -> assertThat(value).endsWith(KEY));
    }

    @ParameterizedTest
    @CsvSource({"OPENAI, openai", "AZURE, azure"})
    void reportsEveryKeyOfAFile(DialectName name, String section, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("key"), KEY);
        Settings settings = settings(name, Map.of(section + ".api-key-file", file.toString()));

        var unused = vendor(name)
                .credential(settings, used::add, VendorTest::noTokens)
                .sign(call());

        assertThat(used).contains(new Secret(KEY));
    }

    @Test
    void usesEntraIfConfigured() {
        Settings settings = settings(DialectName.AZURE, Map.of("azure.credential", "entra"));

        assertThat(Vendor.of(VendorName.AZURE).credential(settings, used::add, VendorTest::noTokens))
                .hasToString("EntraToken[https://ai.azure.com/.default]");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, check openai.api-key, region of openai.api-key",
        "AZURE, 'check azure.api-key, or', network rules"
    })
    void namesWhatToCheckIfTheCredentialIsRefused(VendorName name, String rejected, String forbidden) {
        assertThat(Vendor.of(name).credentialHints().rejected()).startsWith(rejected);
        assertThat(Vendor.of(name).credentialHints().forbidden())
                .startsWith("check ")
                .contains(forbidden);
    }

    private static Vendor vendor(DialectName name) {
        return Vendor.of(name.vendor());
    }

    private static UpstreamCall call() {
        return UpstreamCall.get(URI.create(URL));
    }

    private static Dialect dialect(DialectName name) {
        return dialect(settings(name, Map.of()));
    }

    private static Dialect dialect(Settings settings) {
        Vendor vendor = vendor(settings.upstream().dialect());
        return vendor.dialect(settings, vendor.endpoint(URL));
    }

    private static Settings settings(DialectName name, Map<String, String> more) {
        Map<String, String> given = new HashMap<>(more);
        given.put("upstream.dialect", name.toString());
        boolean credential = more.keySet().stream().anyMatch(key -> key.matches(".*(api-key|credential).*"));
        if (credential) {
            given.put("upstream.url", URL);
        }
        return SettingsReader.read(Sources.of(given));
    }

    private static UpstreamReply noTokens(UpstreamCall call, Deadline deadline) {
        throw new AssertionError("not asked");
    }
}
