package dev.ephemint.server.credential;

import dev.ephemint.server.credential.IdentityRequest.Granted;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure.CredentialUnavailable;
import dev.ephemint.server.mint.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OpenAI's access token for the identity of this machine. It is renewed before it expires, by one thread while the others use
 * the last one, and after the vendor has rejected it.
 */
public final class WorkloadToken implements Credential {

    private static final Logger LOG = LoggerFactory.getLogger(WorkloadToken.class);

    /** As OpenAI's SDKs do: twenty minutes before the end, or at half of a shorter life. */
    private static final Duration EARLY = Duration.ofMinutes(20);

    /** Between an exchange that failed and the next one. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final CredentialUnavailable UNAVAILABLE =
            new CredentialUnavailable("no access token could be obtained for this machine's identity");

    private final IdentityRequest request;
    private final Map<String, String> others;
    private final TokenExchange exchange;
    private final Consumer<Secret> onSecret;
    private final Clock clock;
    private final ReentrantLock exchanging = new ReentrantLock();
    private volatile Held held = Held.NOTHING;

    /**
     * @param others headers that are sent besides
     * @param onSecret gets every token before it is used
     */
    public WorkloadToken(
            IdentityRequest request,
            Map<String, String> others,
            TokenExchange exchange,
            Consumer<Secret> onSecret,
            Clock clock) {
        this.request = request;
        this.others = Map.copyOf(others);
        this.exchange = exchange;
        this.onSecret = onSecret;
        this.clock = clock;
    }

    /**
     * The last token.
     *
     * @param token null before the first exchange, and after the vendor has rejected it
     * @param renew when the next exchange is due
     */
    private record Held(@Nullable Secret token, Instant obtained, Instant expires, Instant renew) {

        static final Held NOTHING = new Held(null, Instant.MIN, Instant.MIN, Instant.MIN);

        static Held of(Granted granted, Instant now) {
            Duration half = granted.life().dividedBy(2);
            Instant expires = now.plus(granted.life());
            return new Held(granted.token(), now, expires, expires.minus(half.compareTo(EARLY) < 0 ? half : EARLY));
        }

        boolean isValid(Instant now) {
            return token != null && now.isBefore(expires);
        }

        Held dueAt(Instant time) {
            return new Held(token, obtained, expires, time);
        }
    }

    @Override
    public Map<String, String> authentication() {
        return authentication(Deadline.none());
    }

    @Override
    public Map<String, String> authentication(Deadline deadline) {
        Map<String, String> headers = new TreeMap<>(others);
        headers.put("authorization", "Bearer " + token(deadline).reveal());
        return headers;
    }

    @Override
    public Set<String> headers() {
        Map<String, String> all = new TreeMap<>(others);
        all.put("authorization", "");
        return all.keySet();
    }

    @Override
    public void probe() {
        token(Deadline.within(TIMEOUT));
    }

    /** The next call exchanges again, unless the token is new: then another one would be rejected, too. */
    @Override
    public void rejected() {
        Held now = held;
        if (now.token() != null && clock.instant().isAfter(now.obtained().plus(PAUSE))) {
            held = Held.NOTHING;
        }
    }

    @Override
    public CredentialFacts describe() {
        token(Deadline.within(TIMEOUT));
        return CredentialFacts.ofIdentity("workload-identity", held.expires());
    }

    private Secret token(Deadline deadline) {
        Instant now = clock.instant();
        Held last = held;
        if (last.isValid(now) && now.isBefore(last.renew())) {
            return usable(last);
        }
        return last.isValid(now) ? renewed(last) : obtained(deadline);
    }

    /** The last one is still valid: a failure to renew it is only logged. */
    private Secret renewed(Held last) {
        if (exchanging.tryLock()) {
            try {
                return exchanged(Deadline.within(TIMEOUT)).orElse(usable(last));
            } finally {
                exchanging.unlock();
            }
        }
        return usable(last);
    }

    private Secret obtained(Deadline deadline) {
        try {
            long most = deadline.remaining(TIMEOUT).toMillis();
            if (!exchanging.tryLock(most, TimeUnit.MILLISECONDS)) {
                throw new MintFailedException(UNAVAILABLE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MintFailedException(UNAVAILABLE);
        }
        try {
            return held.isValid(clock.instant())
                    ? usable(held)
                    : exchanged(deadline).orElseThrow(() -> new MintFailedException(UNAVAILABLE));
        } finally {
            exchanging.unlock();
        }
    }

    /** Empty, with a warning, if there is none, or if the last attempt has just failed. */
    private Optional<Secret> exchanged(Deadline deadline) {
        Instant now = clock.instant();
        if (now.isBefore(held.renew())) {
            return Optional.empty();
        }
        Optional<Secret> identity = request.identity();
        if (identity.isEmpty()) {
            warn("the file holds no identity token");
        }
        Optional<Granted> granted = identity.flatMap(token -> asked(token, deadline));
        held = granted.map(one -> Held.of(one, now)).orElseGet(() -> held.dueAt(now.plus(PAUSE)));
        return granted.map(Granted::token);
    }

    private Optional<Granted> asked(Secret identity, Deadline deadline) {
        onSecret.accept(identity);
        try {
            UpstreamReply reply = exchange.send(request.call(identity), deadline);
            Optional<Granted> granted = IdentityRequest.granted(reply);
            granted.map(Granted::token).ifPresentOrElse(onSecret, () -> warn("status " + reply.status()));
            return granted;
        } catch (MintFailedException failed) {
            warn(failed.failure().getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Never the response's own text: it may repeat a token. */
    private void warn(String fault) {
        LOG.atWarn()
                .addKeyValue("url", request.tokenUrl())
                .addKeyValue("fault", fault)
                .log("the identity token was not exchanged for an access token");
    }

    private static Secret usable(Held held) {
        return Optional.ofNullable(held.token()).orElseThrow(() -> new MintFailedException(UNAVAILABLE));
    }

    @Override
    public String toString() {
        return "WorkloadToken[" + request.tokenUrl() + "]";
    }
}
