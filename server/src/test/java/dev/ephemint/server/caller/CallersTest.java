package dev.ephemint.server.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.ConfigSections;
import dev.ephemint.server.settings.reader.LiveSections;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import dev.ephemint.testing.SelfSigned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CallersTest {

    private static final Optional<Secret> PEPPER = Optional.of(new Secret(TestKeys.PEPPER));
    private static final CallerKey ONE = CallerKey.random();
    private static final CallerKey OTHER = CallerKey.random();

    @Test
    void callersAreAnonymousWithoutTheSections() {
        assertThat(check("").check(shown())).isEqualTo(Caller.ANONYMOUS);
    }

    @Test
    void anEmptySectionAdmitsNoCaller() {
        assertThat(refusal("callers: {}", shown())).isEqualTo(CallerRefusal.NO_CREDENTIAL);
        assertThat(refusal("callers: {}", bearer(ONE.reveal()))).isEqualTo(CallerRefusal.INVALID);
    }

    @Test
    void keysIdentifyTheirCallerAndPolicy() {
        CallerCheck callers = check("policies: {wide: {}}\ncallers: {web: {policy: wide, keys: [" + TestKeys.entry(ONE)
                + "]}, phone: {keys: [" + TestKeys.entry(OTHER) + "]}}");

        assertThat(callers.check(bearer(ONE.reveal()))).isEqualTo(new Caller("web", "wide", Optional.empty()));
        assertThat(callers.check(bearer(OTHER.reveal()))).isEqualTo(new Caller("phone", "default", Optional.empty()));
    }

    @Test
    void aKeyEndsAfterItsLastMoment() {
        String yaml = "callers: {web: {keys: [" + TestKeys.entry(ONE, ", not-after: '2026-11-26T00:00:00Z'") + "]}}";

        assertThat(check(yaml, "2026-11-26T00:00:00Z")
                        .check(bearer(ONE.reveal()))
                        .id())
                .isEqualTo("web");
        assertThatThrownBy(() -> check(yaml, "2026-11-26T00:00:01Z").check(bearer(ONE.reveal())))
                .hasMessage("EXPIRED");
    }

    @Test
    void keysAreRotatedWithoutARestart(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("a.yaml"), keys(ONE));
        AtomicLong time = new AtomicLong();
        LiveSections live = new LiveSections(
                SettingsReader.read(Sources.ofProcess(Optional.of(file), false)).sections(), time::get);
        Supplier<CallerCheck> callers = live.read(now -> CallersReader.read(now, PEPPER, Clock.systemUTC()));

        for (String unusable : List.of("callers: 1", "callers: {web: {policy: none}}")) {
            Files.writeString(file, unusable);
            time.addAndGet(Duration.ofSeconds(2).toNanos());
            assertThat(callers.get().check(bearer(ONE.reveal())).id()).isEqualTo("web");
        }
        Files.writeString(file, keys(ONE, OTHER));
        time.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(callers.get().check(bearer(ONE.reveal())).id()).isEqualTo("web");
        assertThat(callers.get().check(bearer(OTHER.reveal())).id()).isEqualTo("web");
        Files.writeString(file, keys(OTHER));
        time.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(callers.get().check(bearer(OTHER.reveal())).id()).isEqualTo("web");
        assertThatThrownBy(() -> callers.get().check(bearer(ONE.reveal()))).hasMessage("INVALID");
    }

    @Test
    void claimsIdentifyCallerUserAndPolicy() throws Exception {
        try (TestIssuer issuer = new TestIssuer()) {
            CallerCheck callers = check("policies: {wide: {}, narrow: {}}\n"
                    + "callers: {web: {policy: wide, tokens: [{issuer: corp, id: app-1}]}}\n"
                    + "issuers: "
                    + issuer.section(
                            ", caller-claim: azp, user-claim: sub, policy-claim: scope, policies: {mint: narrow}"));

            assertThat(callers.check(
                            bearer(issuer.token(c -> c.claim("azp", "app-1").subject("user-1")))))
                    .isEqualTo(new Caller("web", "wide", Optional.of("user-1")));
            assertThat(callers.check(
                            bearer(issuer.token(c -> c.claim("azp", "web").claim("scope", "read mint")))))
                    .isEqualTo(new Caller("corp/web", "narrow", Optional.of("app-1")));
            assertThatThrownBy(() -> callers.check(bearer(issuer.token(c -> c.claim("azp", "web")))))
                    .hasMessage("NOT_ALLOWED");
            assertThatThrownBy(() -> callers.check(bearer(issuer.token()))).hasMessage("INVALID");
        }
    }

    @Test
    void anIssuersKeysAreCachedAndRotated() throws Exception {
        try (TestIssuer issuer = new TestIssuer()) {
            CallerCheck callers = check("policies: {p: {}}\nissuers: " + issuer.section(", policy: p"));
            String old = issuer.token();
            callers.check(bearer(old));
            callers.check(bearer(old));
            assertThat(issuer.fetches()).isEqualTo(1);

            issuer.rotate(TestIssuer.newKey("second"));
            assertThat(callers.check(bearer(issuer.token())).id()).isEqualTo("corp/app-1");
            assertThat(issuer.fetches()).isEqualTo(2);
            assertThatThrownBy(() -> callers.check(bearer(old))).isInstanceOf(CallerRefusedException.class);
            for (int i = 0; i < 20; i++) {
                String unknown = TestIssuer.signed(issuer.key(), header -> header.keyID("unknown"), claims -> claims);
                assertThatThrownBy(() -> callers.check(bearer(unknown))).isInstanceOf(CallerRefusedException.class);
            }
            assertThat(issuer.fetches()).as("limited").isLessThanOrEqualTo(3);
            assertThat(callers.check(bearer(issuer.token())).id()).isEqualTo("corp/app-1");
        }
    }

    @Test
    void anIssuerThatCannotBeReachedIsNoVerdict() throws Exception {
        try (TestIssuer issuer = new TestIssuer()) {
            for (int status : new int[] {302, 500}) {
                issuer.failWith(status);
                CallerCheck callers = check("policies: {p: {}}\nissuers: " + issuer.section(", policy: p"));

                assertThatThrownBy(() -> callers.check(bearer(issuer.token()))).hasMessage("UNAVAILABLE");
            }
        }
    }

    @Test
    void certificatesIdentifyCallers(@TempDir Path directory) throws Exception {
        X509Certificate certificate =
                (X509Certificate) SelfSigned.in(directory, "EC").trusted();
        ShownCredentials shown = new ShownCredentials(List.of(), List.of(), Optional.of(certificate));

        assertThat(check("callers: {web: {certificates: [{subject: 'cn=localhost'}]}}")
                        .check(shown)
                        .id())
                .isEqualTo("web");
        assertThat(check("callers: {web: {certificates: [{name: localhost}]}}")
                        .check(shown)
                        .id())
                .isEqualTo("web");
        assertThat(refusal("callers: {web: {certificates: [{name: other}]}}", shown))
                .isEqualTo(CallerRefusal.NOT_ALLOWED);
    }

    @Test
    void reportsEveryProblemByItsPath() {
        String yaml = """
                callers:
                  web: {policy: none, keys: [%1$s, %1$s], tokens: [{issuer: missing, id: a}]}
                  phone: {keys: [%2$s], certificates: [{subject: nonsense}, {name: a}, {name: a}]}
                issuers:
                  a: {issuer: i, audience: x, jwks-url: 'http://issuer.example/keys', policies: {v: none}}
                  b: {issuer: i, audience: x, jwks-url: 'https://issuer.example/keys'}
                  c: {issuer: i, audience: x, jwks-url: 'https://issuer.example/keys'}
                """.formatted(TestKeys.entry(ONE), TestKeys.entry(OTHER, ", not-after: soon"));

        assertThat(catchThrowableOfType(
                                BadSettingsException.class, () -> read(yaml, Optional.empty(), Clock.systemUTC()))
                        .problems())
                .containsExactlyInAnyOrder(
                        "callers.web.policy: policies has no none",
                        "callers.web.keys[1].id: another key has the same",
                        "callers.web.tokens: issuers has no missing",
                        "callers.phone.keys[0].not-after: must be a time such as 2027-01-31T00:00:00Z",
                        "callers.phone.certificates: subject must be a distinguished name such as CN=web,O=Example",
                        "callers.phone.certificates: another caller has the same",
                        "auth.pepper-file: is not set, but callers have keys; keys are checked with it",
                        "issuers.a.jwks-url: must be an https URL (http on loopback only)",
                        "issuers.a.policies.v: policies has no none",
                        "issuers.c.issuer: another entry has the same");
    }

    @Test
    void aKeyHasAFormThatScannersRecognize() {
        assertThat(ONE.reveal()).matches("epk_[0-9a-f]{12}_[0-9a-f]{48}").isNotEqualTo(OTHER.reveal());
        assertThat(CallerKey.of(ONE.reveal())).contains(ONE);
        assertThat(CallerKey.of(ONE.reveal().replaceFirst(".$", "x"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void toStringHidesCredentials(Object holder) {
        assertThat(holder.toString()).doesNotContain(ONE.reveal(), TestKeys.PEPPER, "planted");
    }

    static Stream<Object> toStringHidesCredentials() {
        KeyHash hash = new KeyHash(new Secret(TestKeys.PEPPER));
        return Stream.of(
                ONE,
                hash,
                new ApiKeys.Entry(Caller.ANONYMOUS, hash.of(ONE), Optional.empty()),
                bearer(ONE.reveal()),
                new ShownCredentials(List.of(), List.of(ONE.reveal()), Optional.empty()),
                check("callers: {}"),
                new CallerRefusedException(CallerRefusal.INVALID),
                SettingsReader.read(Sources.of(Map.of("auth.pepper", TestKeys.PEPPER)))
                        .auth(),
                SettingsReader.read(Sources.of(Map.of("auth.pepper", TestKeys.PEPPER))));
    }

    private static String keys(CallerKey... keys) {
        return "callers: {web: {keys: ["
                + String.join(", ", Stream.of(keys).map(TestKeys::entry).toList()) + "]}}";
    }

    private static ShownCredentials shown() {
        return new ShownCredentials(List.of(), List.of(), Optional.empty());
    }

    private static ShownCredentials bearer(String token) {
        return new ShownCredentials(List.of("Bearer " + token), List.of(), Optional.empty());
    }

    private static CallerRefusal refusal(String yaml, ShownCredentials shown) {
        return catchThrowableOfType(
                        CallerRefusedException.class, () -> check(yaml).check(shown))
                .refusal();
    }

    private static CallerCheck check(String yaml) {
        return read(yaml, PEPPER, Clock.systemUTC());
    }

    private static CallerCheck check(String yaml, String now) {
        return read(yaml, PEPPER, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private static CallerCheck read(String yaml, Optional<Secret> pepper, Clock clock) {
        Map<String, String> given = new java.util.HashMap<>();
        for (String section : yaml.split("\n(?=\\w)", -1)) {
            if (!section.isBlank()) {
                String[] nameAndRest = section.split(":", 2);
                given.put(nameAndRest[0], nameAndRest[1]);
            }
        }
        ConfigSections sections = SettingsReader.read(Sources.of(given)).sections();
        return CallersReader.read(sections, pepper, clock);
    }
}
