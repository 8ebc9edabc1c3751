package dev.ephemint.server.caller;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import dev.ephemint.server.mint.Caller;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies the tokens of one issuer. Its keys are cached, and asked for again at most twice in 30 seconds. */
final class IssuerTokens {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerTokens.class);

    private static final Duration KEYS_FRESH = Duration.ofMinutes(5);
    private static final Duration KEYS_WAIT = Duration.ofSeconds(5);
    private static final Duration KEYS_INTERVAL = Duration.ofSeconds(30);
    private static final Duration KEYS_OUTAGE = Duration.ofHours(4);

    /** Names in logs and limits have this form; a claim can hold anything. */
    private static final Pattern ID = Pattern.compile("[\\w.:@|+/=-]{1,128}");

    private final Issuer issuer;
    private final Map<String, Caller> named;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /** @param named the callers of the configuration, by the value of the claim that identifies them */
    IssuerTokens(Issuer issuer, Map<String, Caller> named) {
        this.issuer = issuer;
        this.named = Map.copyOf(named);
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(issuer.algorithms(), keys(issuer)));
        Set<String> required = new HashSet<>(issuer.required());
        required.addAll(List.of("exp", issuer.claims().caller()));
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                issuer.audiences(),
                new JWTClaimsSet.Builder().issuer(issuer.issuer()).build(),
                required,
                Set.of());
        claims.setMaxClockSkew((int) issuer.clockSkew().toSeconds());
        processor.setJWTClaimsSetVerifier(claims);
    }

    private static JWKSource<SecurityContext> keys(Issuer issuer) {
        return JWKSourceBuilder.create(issuer.jwks(), new JwksRetriever())
                .cache(KEYS_FRESH.toMillis(), KEYS_WAIT.toMillis())
                .refreshAheadCache(false)
                .rateLimited(KEYS_INTERVAL.toMillis())
                .outageTolerant(KEYS_OUTAGE.toMillis())
                .build();
    }

    Caller check(JWT token) {
        try {
            return caller(processor.process(token, null));
        } catch (ExpiredJWTException expired) {
            throw new CallerRefusedException(CallerRefusal.EXPIRED);
        } catch (RateLimitReachedException tooOften) {
            throw new CallerRefusedException(CallerRefusal.UNAVAILABLE);
        } catch (KeySourceException unavailable) {
            LOG.atWarn()
                    .addKeyValue("issuer", issuer.name())
                    .addKeyValue("fault", unavailable.getClass().getSimpleName())
                    .log("the keys of the issuer cannot be obtained");
            throw new CallerRefusedException(CallerRefusal.UNAVAILABLE);
        } catch (BadJOSEException | JOSEException refused) {
            throw new CallerRefusedException(CallerRefusal.INVALID);
        }
    }

    private Caller caller(JWTClaimsSet claims) {
        String id = text(claims, issuer.claims().caller())
                .orElseThrow(() -> new CallerRefusedException(CallerRefusal.INVALID));
        Optional<String> user = issuer.claims().user().flatMap(claim -> text(claims, claim));
        Caller known = named.get(id);
        if (known != null) {
            return new Caller(known.id(), known.policy(), user);
        }
        String policy = policy(claims).orElseThrow(() -> new CallerRefusedException(CallerRefusal.NOT_ALLOWED));
        return new Caller(issuer.name() + "/" + id, policy, user);
    }

    private Optional<String> policy(JWTClaimsSet claims) {
        return issuer.claims().policyClaim().stream()
                .flatMap(claim -> values(claims, claim))
                .filter(issuer.claims().policies()::containsKey)
                .map(issuer.claims().policies()::get)
                .findFirst()
                .or(issuer.claims()::policy);
    }

    /** A list, or what stands between spaces in a text, as in {@code scope} (RFC 8693, 4.2). */
    private static Stream<String> values(JWTClaimsSet claims, String claim) {
        Object value = claims.getClaim(claim);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf);
        }
        return value instanceof String text ? Arrays.stream(text.split(" ")) : Stream.empty();
    }

    private static Optional<String> text(JWTClaimsSet claims, String claim) {
        try {
            return Optional.ofNullable(claims.getStringClaim(claim))
                    .filter(value -> ID.matcher(value).matches());
        } catch (ParseException otherType) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "IssuerTokens[" + issuer.name() + "]";
    }
}
