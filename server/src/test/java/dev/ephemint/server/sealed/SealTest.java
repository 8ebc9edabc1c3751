package dev.ephemint.server.sealed;

import static dev.ephemint.server.Fixtures.json;
import static dev.ephemint.server.Fixtures.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.Constraint;
import dev.ephemint.server.mint.Constraint.Enforcer;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sealed token hides, and that nothing but a whole one opens. */
final class SealTest {

    static final long NOW = 1_790_000_000;
    private static final SealKeys KEYS = SealKeys.parse(line("a", 1)).orElseThrow();
    private static final byte[] CONTENT = "{\"planted\":\"ek_planted\"}".getBytes(StandardCharsets.UTF_8);

    static String line(String name, int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return name + " " + Base64.getEncoder().encodeToString(key) + "\n";
    }

    @Test
    void opensWhatItSealed() {
        assertThat(Seal.open(Seal.seal(CONTENT, KEYS), KEYS)).hasValue(CONTENT);
    }

    @Test
    void twoSealsOfTheSameContentHaveNothingInCommon() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String sealed = Seal.seal(CONTENT, KEYS).reveal();
            assertThat(sealed).matches("eps_a\\.[A-Za-z0-9_-]+").doesNotContain("planted");
            assertThat(seen.add(sealed.substring(0, 22))).isTrue();
        }
    }

    @Test
    void everyChangedBitEveryLostAndEveryAddedCharacterIsRefused() {
        String whole = Seal.seal(CONTENT, KEYS).reveal();
        int begin = whole.indexOf('.') + 1;
        byte[] bytes = Base64.getUrlDecoder().decode(whole.substring(begin));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(open(whole.substring(0, begin)
                            + Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .as("bit " + bit)
                    .isEmpty();
        }
        for (int end = 1; end < whole.length(); end++) {
            assertThat(open(whole.substring(0, end))).as("first " + end).isEmpty();
        }
        for (String more : List.of("A", "=", ".", "AAAA", "\n", " ")) {
            assertThat(open(whole + more)).as("with " + more).isEmpty();
        }
    }

    /** The last character of Base64 may hold bits that belong to no byte. */
    @Test
    void hasOneSpellingOnly() {
        String whole = Seal.seal("ab".getBytes(StandardCharsets.UTF_8), KEYS).reveal();
        char last = whole.charAt(whole.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < alphabet.length(); i++) {
            char other = alphabet.charAt(i);
            assertThat(open(whole.substring(0, whole.length() - 1) + other).isPresent())
                    .isEqualTo(other == last);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void anotherKeyOpensNothingUnderAnyName(String name) {
        Secret sealed = Seal.seal(CONTENT, KEYS);

        assertThat(Seal.open(sealed, SealKeys.parse(line(name, 2)).orElseThrow()))
                .isEmpty();
        assertThat(Seal.open(
                        new Secret(sealed.reveal().replaceFirst("eps_a", "eps_b")),
                        SealKeys.parse(line("a", 1) + line("b", 1)).orElseThrow()))
                .isEmpty();
    }

    @Test
    void theFirstKeySealsAndEveryKeyOpens() {
        SealKeys rotated = SealKeys.parse("# newest first\n" + line("b", 2) + "\n" + line("a", 1))
                .orElseThrow();

        assertThat(Seal.seal(CONTENT, rotated).reveal()).startsWith("eps_b.");
        assertThat(Seal.open(Seal.seal(CONTENT, KEYS), rotated)).isPresent();
        assertThat(rotated).hasToString("SealKeys[b, a]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a short", "a_b AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=", "\n#\n"})
    void aFileWithoutKeysIsRefused(String text) {
        assertThat(SealKeys.parse(text)).isEmpty();
        assertThat(SealKeys.parse(line("a", 1) + line("a", 2))).isEmpty();
    }

    @Test
    void aTokenComesBackAsItWas() {
        MintedToken minted = minted();
        TokenSealer sealer = sealer();

        MintedToken sealed = sealer.seal(minted, context(Optional.of("https://a.example")));
        SealedToken opened = sealer.open(sealed.value()).orElseThrow();

        assertThat(opened.token()).isEqualTo(minted);
        assertThat(opened.caller()).isEqualTo(new Caller("web", "captions", Optional.empty()));
        assertThat(opened.origin()).contains("https://a.example");
        assertThat(opened.isExpired(Instant.ofEpochSecond(NOW + 59))).isFalse();
        assertThat(opened.isExpired(Instant.ofEpochSecond(NOW + 60))).isTrue();
        assertThat(opened.opened(Instant.ofEpochSecond(NOW + 7)).connection().vendorTime())
                .contains(NOW - 1 + 7);
    }

    @Test
    void theSealedOneExpiresWithTheSealAndSaysHowToExchangeIt() {
        MintedToken sealed = sealer().seal(minted(), context(Optional.empty()));

        assertThat(sealed.expiresAt()).contains(NOW + 60);
        assertThat(sealed.connection().vendorTime()).contains(NOW);
        assertThat(sealed.connection().addresses().webRtc()).isEmpty();
        assertThat(sealed.connection().warnings()).extracting(MintWarning::code).contains("sealed_token");
    }

    @Test
    void neverOutlivesTheVendorsToken() {
        assertThat(sealer().seal(token(NOW + 5), context(Optional.empty())).expiresAt())
                .contains(NOW + 5);
    }

    @Test
    void aLongSessionIsLeftOutSoThatAHeaderHoldsTheToken() {
        MintedToken minted = token(NOW + 600);
        MintedToken withLong = new MintedToken(
                minted.value(),
                json("{'expires_at':1,'session':{'type':'realtime','instructions':'" + "x".repeat(50_000) + "'}}"),
                minted.connection(),
                null);

        MintedToken sealed = sealer().seal(withLong, context(Optional.empty()));

        assertThat(sealed.value().length()).isLessThan(TokenSealer.LONGEST);
        assertThat(sealed.response().toString()).contains("instructions");
        assertThat(sealer().open(sealed.value()).orElseThrow().token().response())
                .isEqualTo(json("{'expires_at':1,'session':{'type':'realtime'}}"));
    }

    @Test
    void nothingPrintsAToken() {
        TokenSealer sealer = sealer();
        MintedToken sealed = sealer.seal(minted(), context(Optional.empty()));

        assertThat(sealed + " " + sealer.open(sealed.value()) + " " + sealer + " " + KEYS
                        + context(Optional.empty()).withSealed(Optional.of(sealed.value())))
                .doesNotContain("eps_", "ek_", "AQEB");
    }

    private static MintedToken minted() {
        MintedToken token = token(NOW + 600);
        return token.withConnection(token.connection()
                .withUpstream("main")
                .withVendorTime(Optional.of(NOW - 1))
                .withFirstEvent(json("{'type':'session.update'}"))
                .withWarnings(List.of(new MintWarning("a", "b", null), new MintWarning("c", "d", "session.type")))
                .withConstraints(List.of(new Constraint("session.type", json("{'const':1.50}"), Enforcer.VENDOR)))
                .withAddresses(new Addresses(
                        URI.create("wss://vendor.example/v1?intent=transcription"),
                        true,
                        Optional.of(URI.create("https://vendor.example/v1/realtime/calls")))));
    }

    static TokenSealer sealer() {
        return sealer(SealWatch.NONE);
    }

    static TokenSealer sealer(SealWatch watch) {
        return new TokenSealer(
                () -> KEYS,
                Duration.ofMinutes(1),
                Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC),
                watch,
                new SealedUse(true, false));
    }

    private static MintContext context(Optional<String> origin) {
        MintContext anonymous = MintContext.anonymous();
        return new MintContext(
                new Caller("web", "captions", Optional.empty()),
                anonymous.operation(),
                origin,
                Optional.empty(),
                anonymous.deadline());
    }

    private static Optional<byte[]> open(String text) {
        return Seal.open(new Secret(text), KEYS);
    }
}
