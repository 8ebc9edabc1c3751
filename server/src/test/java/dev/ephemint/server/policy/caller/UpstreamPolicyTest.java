package dev.ephemint.server.policy.caller;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.Constraint;
import dev.ephemint.server.mint.Constraint.Enforcer;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.NotPermitted;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UpstreamPolicyTest {

    private static final String MODELS = "{'models':['gpt-realtime','whisper-1']}";

    /** The model gpt-4o is deployed under the name of another one. */
    private static final UpstreamFacts AZURE = facts(
            OptionalInt.empty(),
            Map.of("whisper-1", "ears", "gpt-4o", "gpt-realtime", "gpt-4", "both", "gpt-5", "both"));

    private static final UpstreamFacts OPENAI = facts(OptionalInt.empty(), Map.of());
    private static final UpstreamFacts PREVIEW = facts(OptionalInt.of(60), Map.of());

    private final List<MintRequest> sent = new ArrayList<>();

    private static UpstreamFacts facts(OptionalInt fixed, Map<String, String> deployments) {
        return new UpstreamFacts(
                "azure",
                fixed,
                deployments,
                param -> param.startsWith("expires_after") ? Enforcer.VENDOR : Enforcer.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'realtime','model':'gpt-realtime'}",
                "{'type':'transcription'}",
                "{'type':'transcription','audio':{'input':{'transcription':null}}}",
                "{'type':'transcription','audio':{'input':{'transcription':{'model':'whisper-1'}}}}",
                "{'type':'realtime','model':'gpt-realtime','audio':{'input':{'transcription':{'model':'whisper-1'}}}}",
            })
    void allowsTheListedModels(String session) {
        mint(OPENAI, MODELS, "{'session':" + session + "}");

        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "session.model                           | {'type':'realtime','model':'gpt-realtime-2'}",
                "session.model                           | {'type':'realtime','model':'GPT-Realtime'}",
                "session.model                           | {'type':'realtime','model':'gpt-realtime '}",
                "session.model                           | {'type':'transcription','model':'gpt-4o'}",
                "session.audio.input.transcription.model | {'type':'transcription','audio':{'input':{'transcription':{'model':'gpt-transcribe'}}}}",
                "session.audio.input.transcription.model | {'type':'realtime','model':'gpt-realtime','audio':{'input':{'transcription':{'model':'gpt-transcribe'}}}}",
            })
    void refusesOtherModelsInEitherPlace(String member, String session) {
        assertThat(failure(OPENAI, MODELS, "{'session':" + session + "}"))
                .isEqualTo(new NotPermitted(
                        member,
                        "model_not_allowed",
                        "The policy 'captions' does not allow this model in '" + member
                                + "'. It allows only 'gpt-realtime', 'whisper-1'."));
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "session.model                           | {'type':'realtime'}",
                "session.model                           | {'type':'realtime','model':null}",
                "session.audio.input.transcription.model | {'type':'transcription','audio':{'input':{'transcription':{}}}}",
            })
    void refusesAModelOfTheVendorsChoice(String member, String session) {
        assertThat(failure(OPENAI, MODELS, "{'session':" + session + "}"))
                .isEqualTo(new InvalidRequest(
                        member,
                        "missing_required_parameter",
                        "Missing required parameter: '" + member + "'. The policy 'captions' requires it."));
    }

    @ParameterizedTest
    @CsvSource({
        "whisper-1, true",
        "ears, true",
        "EARS, true",
        "gpt-realtime, false",
        "GPT-REALTIME, false",
        "gpt-4, false",
        "both, false"
    })
    void judgesTheModelBehindADeployment(String name, boolean allowed) {
        String body = "{'session':{'type':'realtime','model':'" + name + "'}}";

        if (allowed) {
            mint(AZURE, MODELS, body);
        } else {
            assertThat(failure(AZURE, MODELS, body)).isInstanceOf(NotPermitted.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                | 600",
                "{'lifetime':{'max-seconds':120}}                                  | 120",
                "{'lifetime':{'min-seconds':900}}                                  | 900",
                "{'lifetime':{'min-seconds':10,'max-seconds':90}}                  | 90",
                "{'lifetime':{'max-seconds':120,'default-seconds':30}}             | 30",
            })
    void setsALifetimeWithinThePolicy(String policy, int seconds) {
        MintedToken token = mint(OPENAI, policy, "{'session':{'type':'transcription'}}");

        assertThat(sent.get(0).at("/expires_after/seconds").intValue()).isEqualTo(seconds);
        assertThat(token.connection().constraints())
                .contains(constraint("expires_after.seconds", "{'maximum':" + seconds + "}", Enforcer.VENDOR));
    }

    /** Another value is as good, so the token is bound to nothing. */
    @Test
    void aDefaultAloneIsNoConstraint() {
        MintedToken token =
                mint(OPENAI, "{'members':{'session.include':{'default':[]}}}", "{'session':{'type':'transcription'}}");

        assertThat(token.connection().constraints())
                .noneMatch(constraint -> constraint.param().equals("session.include"));
    }

    @Test
    void leavesALifetimeThatTheVendorFixes() {
        MintedToken token = mint(PREVIEW, "{'lifetime':{'max-seconds':60}}", "{'session':{'type':'transcription'}}");

        assertThat(sent.get(0).body().has("expires_after")).isFalse();
        assertThat(token.connection().constraints())
                .containsExactly(constraint("expires_after.seconds", "{'maximum':60}", Enforcer.VENDOR));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'lifetime':{'max-seconds':59}} | The policy 'captions' does not allow tokens of the configured upstream, which live for 60 seconds.",
                "{'lifetime':{'min-seconds':61}} | The policy 'captions' does not allow tokens of the configured upstream, which live for 60 seconds.",
                "{'dialects':['openai']}         | The policy 'captions' does not allow the configured upstream.",
            })
    void refusesAnUpstreamBeyondThePolicy(String policy, String message) {
        assertThat(failure(PREVIEW, policy, "{'session':{'type':'transcription'}}"))
                .isEqualTo(new NotPermitted(null, "upstream_not_allowed", message));
    }

    @Test
    void listsEachConstraintWithWhoEnforcesIt() {
        CallerPolicies policies = TestPolicies.of("""
                {'origins':['https://a.example','https://b.example'],'session-types':['transcription'],'models':['whisper-1'],
                 'lifetime':{'max-seconds':120},
                 'members':{'session.audio.input.transcription.language':{'allowed':['en','de']},
                  'session.audio.input.noise_reduction':{'constant':null},
                  'session.include':{'max-items':1,'default':[]},
                  'session.audio.input.turn_detection.threshold':{'min':0.25,'max':1},
                  'session.audio.input.transcription.prompt':{'absent':true},
                  'session.audio.input.transcription.keywords[]':{'max-length':9},
                  'session.tools':{'absent':true}}}""");
        MintRequest request = Fixtures.request(
                        "{'expires_after':{'seconds':45},'session':{'type':'transcription','audio':"
                                + "{'input':{'transcription':{'model':'whisper-1'}}}}}")
                .withContext(TestPolicies.from(Operation.CLIENT_SECRETS, "https://b.example"));

        MintedToken token = new UpstreamPolicy(() -> policies, AZURE, 600)
                .around(this::record)
                .mint(request);

        assertThat(token.connection().constraints())
                .containsExactlyInAnyOrder(
                        constraint("expires_after.seconds", "{'maximum':45}", Enforcer.VENDOR),
                        constraint("Origin", "{'const':'https://b.example'}", Enforcer.FACADE),
                        constraint("session.type", "{'enum':['transcription']}", Enforcer.NONE),
                        constraint("session.audio.input.transcription.model", "{'enum':['whisper-1']}", Enforcer.NONE),
                        constraint("session.audio.input.transcription.language", "{'enum':['en','de']}", Enforcer.NONE),
                        constraint("session.audio.input.noise_reduction", "{'const':null}", Enforcer.NONE),
                        constraint("session.include", "{'maxItems':1}", Enforcer.NONE),
                        constraint(
                                "session.audio.input.turn_detection.threshold",
                                "{'minimum':0.25,'maximum':1}",
                                Enforcer.NONE),
                        constraint("session.audio.input.transcription.prompt", "{'not':{}}", Enforcer.NONE),
                        constraint("session.audio.input.transcription.keywords[]", "{'maxLength':9}", Enforcer.NONE));
    }

    @Test
    void addsNothingWithoutPolicies() {
        MintRequest request = Fixtures.request("{}");

        MintedToken token = new UpstreamPolicy(CallerPolicies::none, OPENAI, 600)
                .around(this::record)
                .mint(request);

        assertThat(sent).containsExactly(request);
        assertThat(token.connection().constraints()).isEmpty();
    }

    private static Constraint constraint(String param, String schema, Enforcer enforcer) {
        return new Constraint(param, json(schema), enforcer);
    }

    private MintedToken mint(UpstreamFacts facts, String policy, String body) {
        MintRequest request = Fixtures.request(body);
        return new UpstreamPolicy(() -> TestPolicies.of(policy), facts, 600)
                .around(this::record)
                .mint(request.withContext(request.context().withCaller(TestPolicies.APP)));
    }

    private MintFailure failure(UpstreamFacts facts, String policy, String body) {
        return Fixtures.failureOf(() -> mint(facts, policy, body));
    }

    private MintedToken record(MintRequest request) {
        sent.add(request);
        return Fixtures.token(0);
    }
}
