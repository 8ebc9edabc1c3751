package dev.ephemint.server.admission;

import static dev.ephemint.server.Fixtures.failureOf;
import static dev.ephemint.server.Fixtures.token;
import static dev.ephemint.server.Fixtures.transcription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.admission.Decision.Mode;
import dev.ephemint.server.audit.AuditRecord;
import dev.ephemint.server.audit.AuditTrail;
import dev.ephemint.server.audit.EndUserHash;
import dev.ephemint.server.audit.FailingTrail;
import dev.ephemint.server.mint.Caller;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.Mint;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.AdmissionUnavailable;
import dev.ephemint.server.mint.MintFailure.AuditUnavailable;
import dev.ephemint.server.mint.MintFailure.LimitReached;
import dev.ephemint.server.mint.MintFailure.RepeatedRequest;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Operation;
import dev.ephemint.server.mint.Quota;
import dev.ephemint.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionPolicyTest {

    private static final String USER = "someone@example.org";

    private final SettableClock clock = new SettableClock();
    private final List<AuditRecord> records = new ArrayList<>();
    private final List<MintRequest> minted = new ArrayList<>();
    private Mint vendor = request -> {
        minted.add(request);
        return token(clock.instant().getEpochSecond() + 60);
    };

    @Test
    void saysWithTheTokenWhatIsLeft() {
        MintedToken token = mint(Claims.perMinute(2)).mint(request(Optional.empty()));

        assertThat(token.quotas())
                .extracting(Quota::name, Quota::remaining)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("caller-60s", 1L));
    }

    @Test
    void aReachedLimitDoesNotAskTheVendor() {
        Mint unit = mint(Claims.perMinute(1));
        unit.mint(request(Optional.empty()));

        LimitReached reached = (LimitReached) failureOf(() -> unit.mint(request(Optional.empty())));

        assertThat(reached.exceeded().name()).isEqualTo("caller-60s");
        assertThat(minted).hasSize(1);
        assertThat(records).hasSize(2);
    }

    @Test
    void anIdempotencyKeyMintsOneToken() {
        Mint unit = mint(Limits.NONE);
        unit.mint(request(Optional.of("key")));

        assertThat(failureOf(() -> unit.mint(request(Optional.of("key")))))
                .isEqualTo(new RepeatedRequest(RepeatedRequest.First.MINTED));
        assertThat(failureOf(() -> unit.mint(request(Optional.of("key")).withBody(Fixtures.json("{}")))))
                .isEqualTo(new RepeatedRequest(RepeatedRequest.First.OTHER));
    }

    @Test
    void theOrderOfMembersMakesNoOtherRequest() {
        Mint unit = mint(Limits.NONE);
        MintRequest request = request(Optional.of("key"));
        unit.mint(request.withBody(Fixtures.json("{'a':{'b':1.50,'c':[{'d':null,'e':2}]},'f':true}")));

        assertThat(failureOf(() ->
                        unit.mint(request.withBody(Fixtures.json("{'f':true,'a':{'c':[{'e':2,'d':null}],'b':1.50}}")))))
                .isEqualTo(new RepeatedRequest(RepeatedRequest.First.MINTED));
        assertThat(failureOf(
                        () -> unit.mint(request.withBody(Fixtures.json("{'f':true,'a':{'c':[{'e':2}],'b':1.50}}")))))
                .isEqualTo(new RepeatedRequest(RepeatedRequest.First.OTHER));
    }

    @Test
    void aFailedMintFreesItsTokenAndItsKey() {
        Mint unit = mint(Claims.open(1));
        Mint working = vendor;
        vendor = request -> {
            throw new MintFailedException(new MintFailure.TimedOut(), "req_vendor");
        };
        failureOf(() -> unit.mint(request(Optional.of("key"))));
        vendor = working;

        assertThat(unit.mint(request(Optional.of("key"))).quotas()).isNotEmpty();
        assertThat(records.get(1).fields())
                .containsEntry("event", "failed")
                .containsEntry("failure", "TimedOut")
                .containsEntry("upstream_request_id", "req_vendor");
    }

    @Test
    void aFaultInThisServiceFreesTheToken() {
        Mint unit = mint(Claims.open(1));
        Mint working = vendor;
        vendor = request -> {
            throw new IllegalStateException("a defect");
        };
        assertThatIllegalStateException().isThrownBy(() -> unit.mint(request(Optional.empty())));
        vendor = working;

        assertThat(unit.mint(request(Optional.empty()))).isNotNull();
        assertThat(records.get(1).fields())
                .containsEntry("event", "failed")
                .containsEntry("failure", "IllegalStateException");
        assertThat(records.get(1).toString()).doesNotContain("a defect");
    }

    @Test
    void recordsBeforeTheVendorIsAskedAndBeforeTheTokenIsReturned() {
        mint(Limits.NONE).mint(request(Optional.empty()));

        assertThat(records).extracting(record -> record.fields().get("event")).containsExactly("admitted", "minted");
        assertThat(records.get(1).fields())
                .containsEntry("id", records.get(0).fields().get("id"))
                .containsEntry("caller", "app")
                .containsEntry("policy", "captions")
                .containsEntry("mode", "memory")
                .containsEntry("dialect", "openai")
                .containsEntry("upstream_request_id", "req_fixture")
                .containsEntry("model", "gpt-live-transcribe");
        assertThat(records.toString()).doesNotContain(Fixtures.TOKEN, USER);
    }

    @Test
    void withoutARecordNothingIsMinted() {
        Mint unit = policy(new MemoryAdmission(clock, Mode.MEMORY), Claims.open(1), new FailingTrail("admitted"))
                .around(request -> vendor.mint(request));

        assertThat(failureOf(() -> unit.mint(request(Optional.empty())))).isEqualTo(new AuditUnavailable());
        assertThat(minted).isEmpty();
    }

    @Test
    void aTokenThatCannotBeRecordedIsWithheld() {
        Mint unit = policy(new MemoryAdmission(clock, Mode.MEMORY), Claims.open(1), new FailingTrail("minted"))
                .around(request -> vendor.mint(request));

        assertThat(failureOf(() -> unit.mint(request(Optional.empty())))).isEqualTo(new AuditUnavailable());
        assertThat(failureOf(() -> unit.mint(request(Optional.empty())))).isInstanceOf(LimitReached.class);
    }

    @Test
    void nothingIsMintedWhileTheStoreIsAway() {
        Mint unit = policy(new AwayAdmission(), Limits.NONE, records::add).around(request -> vendor.mint(request));

        assertThat(failureOf(() -> unit.mint(request(Optional.empty())))).isEqualTo(new AdmissionUnavailable());
        assertThat(minted).isEmpty();
    }

    @Test
    void aTokenIsReturnedThoughItsSettlementIsLost() {
        Admission lost = new Admission() {
            @Override
            public Decision admit(Claim claim, Deadline deadline) {
                return new Decision.Admitted(Mode.SHARED, List.of());
            }

            @Override
            public void settle(Claim claim, Settlement settlement, Deadline deadline) {
                throw new StoreAwayException("away");
            }
        };

        assertThat(policy(lost, Limits.NONE, AuditTrail.none())
                        .around(request -> vendor.mint(request))
                        .mint(request(Optional.empty())))
                .isNotNull();
    }

    @Test
    void holdsATokenForTheLifetimeThatItAsksFor() {
        ClaimFactory claims =
                new ClaimFactory(policy -> Limits.NONE, new EndUserHash(Optional.empty()), Duration.ofMinutes(10));
        MintRequest request = Fixtures.request("{'expires_after':{'seconds':7200}}")
                .withContext(MintContext.anonymous().withDeadline(Deadline.within(Duration.ofSeconds(10))));
        AuditRecord record = AuditRecord.admitted("id", clock.instant(), request, Optional.empty());

        assertThat(claims.of("id", request, record).hold())
                .isBetween(Duration.ofSeconds(7260), Duration.ofSeconds(7270));
        assertThat(claims.of("id", request.withBody(Fixtures.json("{}")), record)
                        .hold())
                .isBetween(Duration.ofSeconds(660), Duration.ofSeconds(670));
    }

    private Mint mint(Limits limits) {
        return policy(new MemoryAdmission(clock, Mode.MEMORY), limits, records::add)
                .around(request -> vendor.mint(request));
    }

    private AdmissionPolicy policy(Admission admission, Limits limits, AuditTrail trail) {
        ClaimFactory claims =
                new ClaimFactory(policy -> limits, new EndUserHash(Optional.empty()), Duration.ofMinutes(10));
        return new AdmissionPolicy(admission, claims, trail, clock);
    }

    private static MintRequest request(Optional<String> key) {
        return transcription("{'transcription':{'model':'gpt-live-transcribe'}}")
                .withSafetyIdentifier(USER)
                .withContext(new MintContext(
                        new Caller("app", "captions", Optional.empty()),
                        Operation.CLIENT_SECRETS,
                        Optional.empty(),
                        key,
                        Deadline.none()));
    }
}
