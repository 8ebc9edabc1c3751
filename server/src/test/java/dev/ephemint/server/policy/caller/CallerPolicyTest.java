package dev.ephemint.server.policy.caller;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintFailure.InvalidRequest;
import dev.ephemint.server.mint.MintFailure.NotPermitted;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.Operation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallerPolicyTest {

    private static final String EMPTY_SESSION = "{'session':{'type':'transcription'}}";

    private final List<MintRequest> sent = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'endpoints':['client_secrets']}  | TRANSCRIPTION_SESSIONS | ` `                  | ` `          | endpoint_not_allowed     | The policy 'captions' does not allow POST /v1/realtime/transcription_sessions.",
                "{'origins':['https://a.example']} | CLIENT_SECRETS         | https://b.example    | Origin       | origin_not_allowed       | The policy 'captions' does not allow requests from this origin.",
                "{'origins':['https://a.example']} | CLIENT_SECRETS         | ` `                  | Origin       | origin_not_allowed       | The policy 'captions' does not allow requests from this origin.",
                "{'origins':['https://a.example']} | CLIENT_SECRETS         | https://a.example.   | Origin       | origin_not_allowed       | The policy 'captions' does not allow requests from this origin.",
                "{'session-types':['realtime']}    | CLIENT_SECRETS         | https://a.example    | session.type | session_type_not_allowed | The policy 'captions' allows only sessions of type 'realtime'.",
            })
    void refusesWithoutPermission(
            String policy, Operation operation, String origin, String param, String code, String message) {
        MintRequest request = Fixtures.request(EMPTY_SESSION).withContext(TestPolicies.from(operation, origin.strip()));

        assertThat(failure(policy, request)).isEqualTo(new NotPermitted(param.isBlank() ? null : param, code, message));
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CLIENT_SECRETS, https://a.example", "TRANSCRIPTION_SESSIONS, https://b.example"})
    void allowsWhatIsListed(Operation operation, String origin) {
        String policy = "{'endpoints':['client_secrets','transcription_sessions'],"
                + "'origins':['https://a.example','https://b.example'],'session-types':['transcription']}";

        mint(policy, Fixtures.request(EMPTY_SESSION).withContext(TestPolicies.from(operation, origin)));

        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'lifetime':{'max-seconds':120}}            | {'expires_after':{'seconds':600}}       | expires_after.seconds         | integer_above_max_value | Invalid 'expires_after.seconds': the policy 'captions' allows at most 120, but got 600.",
                "{'lifetime':{'min-seconds':60}}             | {'expires_after':{'seconds':10.0}}      | expires_after.seconds         | decimal_below_min_value | Invalid 'expires_after.seconds': the policy 'captions' allows at least 60, but got 10.0.",
                "{'members':{'session.include':{'absent':true}}} | {'session':{'type':'transcription','include':null}} | session.include | unsupported_parameter | Invalid 'session.include': the policy 'captions' allows no value.",
                "{'members':{'session.include[]':{'allowed':['a','b']}}} | {'session':{'type':'transcription','include':['a','c']}} | session.include[1] | invalid_value | Invalid 'session.include[1]': the policy 'captions' allows only 'a' or 'b'.",
                "{'members':{'session.include':{'max-items':1}}} | {'session':{'type':'transcription','include':['a','c']}} | session.include | array_above_max_length | Invalid 'session.include': the policy 'captions' allows at most 1 item, but got 2.",
                "{'members':{'session.instructions':{'max-length':3}}} | {'session':{'type':'realtime','instructions':'Be é'}} | session.instructions | string_above_max_length | Invalid 'session.instructions': the policy 'captions' allows at most 3 characters, but got 4.",
                "{'members':{'session.instructions':{'max-length':3}}} | {'session':{'type':'realtime','instructions':7}} | session.instructions | invalid_type | Invalid 'session.instructions': the policy 'captions' allows at most 3 characters, but got no text.",
                "{'members':{'session.tools':{'max-items':2,'on-violation':'cap'}}} | {'session':{'type':'realtime','tools':{}}} | session.tools | invalid_type | Invalid 'session.tools': the policy 'captions' allows at most 2 items, but got no list.",
                "{'members':{'session.max_output_tokens':{'max':50}}} | {'session':{'type':'realtime','max_output_tokens':'inf'}} | session.max_output_tokens | invalid_type | Invalid 'session.max_output_tokens': the policy 'captions' allows at most 50, but got no number.",
                "{'members':{'session.audio.input.noise_reduction':{'constant':{'type':'near_field'}}}} | {'session':{'type':'realtime','audio':{'input':{'noise_reduction':null}}}} | session.audio.input.noise_reduction | invalid_value | Invalid 'session.audio.input.noise_reduction': the policy 'captions' allows only {\"type\":\"near_field\"}.",
                "{'members':{'session.include':{'required':true}}} | {'session':{'type':'transcription','include':null}} | session.include | missing_required_parameter | Missing required parameter: 'session.include'. The policy 'captions' requires it.",
                "{'members':{'session.tracing.group_id':{'constant':'g'}}} | {'session':{'type':'realtime','tracing':'auto'}} | session.tracing.group_id | missing_required_parameter | Missing required parameter: 'session.tracing.group_id'. The policy 'captions' requires it.",
                "{}                                          | {'session':{'type':'transcription','x':1}} | session.x                  | unknown_parameter | Unknown parameter: 'session.x'. The policy 'captions' allows only members that the contract has.",
                "{}                                          | {'session':{'type':'transcription','Include':[]}} | session.Include     | unknown_parameter | Unknown parameter: 'session.Include'. It is spelled 'session.include'.",
                "{}                                          | {'session':{'type':'transcription','audio':{'input':{'format':{'Rate':1}}}}} | session.audio.input.format.Rate | unknown_parameter | Unknown parameter: 'session.audio.input.format.Rate'. It is spelled 'session.audio.input.format.rate'.",
                "{}                                          | {'expires_after':{'seconds':60}}        | session.type                  | missing_required_parameter | Missing required parameter: 'session.type'. The policy 'captions' requires it.",
            })
    void refusesAValueBeyondABound(String policy, String body, String param, String code, String message) {
        MintRequest request = Fixtures.request(
                body.contains("'session'") || param.equals("session.type")
                        ? body
                        : body.replaceFirst("\\{", "{'session':{'type':'transcription'},"));

        assertThat(failure(policy, request)).isEqualTo(new InvalidRequest(param, code, message));
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`'session.audio.input.noise_reduction':{'constant':{'type':'near_field'}}` | {'type':'transcription'} | {'type':'transcription','audio':{'input':{'noise_reduction':{'type':'near_field'}}}}",
                "`'session.audio.input.transcription.language':{'constant':'en'}` | {'type':'transcription','audio':{'input':{'transcription':null}}} | {'type':'transcription','audio':{'input':{'transcription':null}}}",
                "`'session.instructions':{'constant':'i'}` | {'type':'transcription'} | {'type':'transcription'}",
                "`'session.instructions':{'constant':'i'}` | {'type':'realtime'} | {'type':'realtime','instructions':'i'}",
                "`'session.audio.input.noise_reduction.strength':{'default':1},'session.audio.input.noise_reduction':{'default':{'type':'near_field'}}` | {'type':'transcription'} | {'type':'transcription','audio':{'input':{'noise_reduction':{'type':'near_field','strength':1}}}}",
                "`'session.include':{'default':[]}` | {'type':'transcription'} | {'type':'transcription','include':[]}",
                "`'session.include':{'default':[]}` | {'type':'transcription','include':null} | {'type':'transcription','include':null}",
                "`'session.include':{'constant':null}` | {'type':'transcription'} | {'type':'transcription','include':null}",
                "`'session.tracing.group_id':{'default':'g'}` | {'type':'realtime','tracing':'auto'} | {'type':'realtime','tracing':'auto'}",
                "`'session.include':{'required':true}` | {'type':'transcription','include':['a']} | {'type':'transcription','include':['a']}",
                "`'session.include[]':{'allowed':['a']}` | {'type':'transcription','include':null} | {'type':'transcription','include':null}",
                "`'session.instructions':{'max-length':3}` | {'type':'realtime','instructions':null} | {'type':'realtime','instructions':null}",
                "`'session.tools':{'max-items':3,'on-violation':'cap'}` | {'type':'realtime','tools':[{}]} | {'type':'realtime','tools':[{}]}",
                "`'session.tools':{'max-items':3}` | {'type':'realtime','tools':null} | {'type':'realtime','tools':null}",
                "`'session.audio.input.noise_reduction.strength':{'constant':1}` | {'type':'realtime','audio':{'input':{'noise_reduction':{'strength':1.0}}}} | {'type':'realtime','audio':{'input':{'noise_reduction':{'strength':1.0}}}}",
            })
    void setsWhatIsAbsentWithoutAWarning(String rule, String session, String expected) {
        mint("{'members':{" + rule + "}}", Fixtures.request("{'session':" + session + "}"));

        assertThat(sent.get(0).at("/session")).isEqualTo(json(expected));
        assertThat(sent.get(0).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'lifetime':{'max-seconds':120,'on-violation':'cap'}} | {'expires_after':{'seconds':600},'session':{'type':'realtime'}} | {'expires_after':{'seconds':120},'session':{'type':'realtime'}} | expires_after.seconds | 'expires_after.seconds' was changed from 600 to 120 by the policy 'captions'.",
                "{'members':{'session.tools':{'absent':true,'on-violation':'cap'}}} | {'session':{'type':'realtime','tools':[{}]}} | {'session':{'type':'realtime'}} | session.tools | 'session.tools' was left out by the policy 'captions'.",
                "{'members':{'session.tools':{'max-items':1,'on-violation':'cap'}}} | {'session':{'type':'realtime','tools':[{'type':'function'},{}]}} | {'session':{'type':'realtime','tools':[{'type':'function'}]}} | session.tools | `'session.tools' was changed to [{\"type\":\"function\"}] by the policy 'captions'.`",
                "{'members':{'session.instructions':{'constant':'i','on-violation':'cap'}}} | {'session':{'type':'realtime','instructions':null}} | {'session':{'type':'realtime','instructions':'i'}} | session.instructions | 'session.instructions' was changed to 'i' by the policy 'captions'.",
                "{'members':{'session.include[]':{'constant':'a','on-violation':'cap'}}} | {'session':{'type':'transcription','include':['b']}} | {'session':{'type':'transcription','include':['a']}} | session.include[0] | 'session.include[0]' was changed to 'a' by the policy 'captions'.",
                "{'members':{'session.audio.input.transcription.language':{'allowed':['en'],'default':'en','on-violation':'cap'}}} | {'session':{'type':'transcription','audio':{'input':{'transcription':{'language':'de'}}}}} | {'session':{'type':'transcription','audio':{'input':{'transcription':{'language':'en'}}}}} | session.audio.input.transcription.language | 'session.audio.input.transcription.language' was changed to 'en' by the policy 'captions'.",
            })
    void capsWithAWarning(String policy, String body, String expected, String param, String message) {
        mint(policy, Fixtures.request(body));

        assertThat(sent.get(0).body()).isEqualTo(json(expected));
        assertThat(sent.get(0).warnings()).containsExactly(new MintWarning("capped_by_policy", message, param));
    }

    @Test
    void passesOnTheSameBodyIfAllIsWithinItsBounds() {
        MintRequest request = Fixtures.request("{'expires_after':{'seconds':60},'session':{'type':'transcription'}}");

        mint("{'lifetime':{'max-seconds':600,'on-violation':'cap'}}", request);

        assertThat(sent.get(0).body()).isSameAs(request.body());
    }

    @Test
    void refusesAValueThatHasNoNearestOne() {
        assertThat(failure(
                        "{'members':{'session.max_output_tokens':{'max':50,'on-violation':'cap'}}}",
                        Fixtures.request("{'session':{'type':'realtime','max_output_tokens':'inf'}}")))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void passesUnknownMembersIfThePolicySaysSo() {
        MintRequest request = Fixtures.request("{'session':{'type':'transcription','x':{'y':null}},'z':1}");

        mint("{'unknown-members':'allow'}", request);

        assertThat(sent.get(0).body()).isEqualTo(request.body());
    }

    @Test
    void usesThePolicysModelInsteadOfTheServicesDefault() {
        MintRequest filledIn = Fixtures.transcription(
                        "{'transcription':{'model':'gpt-live-transcribe','language':'en'}}")
                .withWarning(new MintWarning("another", "Another warning.", null))
                .withWarning(new MintWarning("default_model", "The request named no model.", "p"));

        mint(
                "{'members':{'session.include':{'default':[]},"
                        + "'session.audio.input.transcription.model':{'default':'whisper-1'}}}",
                filledIn);

        assertThat(sent.get(0).at("/session/audio/input/transcription"))
                .isEqualTo(json("{'model':'whisper-1','language':'en'}"));
        assertThat(sent.get(0).warnings())
                .containsExactly(
                        new MintWarning("another", "Another warning.", null),
                        new MintWarning(
                                "default_model",
                                "The request named no model; 'whisper-1' was used.",
                                "session.audio.input.transcription.model"));
    }

    /** By its answer to an origin a page learns whether it may ask at all. */
    @Test
    void anOriginIsListedIfAnyPolicyListsIt() {
        CallerPolicies unit = TestPolicies.read("{'a':{'origins':['https://a.example']},'b':{}}")
                .policies();

        assertThat(unit.listOrigin("https://a.example")).isTrue();
        assertThat(unit.listOrigin("https://b.example")).isFalse();
        assertThat(unit.areConfigured()).isTrue();
        assertThat(CallerPolicies.none().listOrigin("https://a.example")).isFalse();
    }

    @Test
    void leavesRequestsAsTheyAreWithoutPolicies() {
        MintRequest request = Fixtures.request("{'x':1}");

        new CallerPolicy(CallerPolicies::none).around(this::record).mint(request);

        assertThat(sent).containsExactly(request);
    }

    @Test
    void refusesACallerWithoutAPolicyIfThereArePolicies() {
        CallerPolicy unit = new CallerPolicy(() -> TestPolicies.of("{}"));

        assertThat(Fixtures.failureOf(() -> unit.around(this::record).mint(Fixtures.request(EMPTY_SESSION))))
                .isEqualTo(new NotPermitted(
                        null, "no_policy", "No policy allows this caller to mint. Ask the operator of this service."));
    }

    @Test
    void checksARequestThatMintsNothing() {
        CallerPolicy unit = new CallerPolicy(() -> TestPolicies.of("{'endpoints':['client_secrets']}"));

        assertThat(Fixtures.failureOf(() -> unit.check(TestPolicies.from(Operation.HANGUP, ""))))
                .isInstanceOfSatisfying(NotPermitted.class, refused -> assertThat(refused.code())
                        .isEqualTo("endpoint_not_allowed"));
    }

    private void mint(String policy, MintRequest request) {
        new CallerPolicy(() -> TestPolicies.of(policy)).around(this::record).mint(asked(request));
    }

    private MintFailure failure(String policy, MintRequest request) {
        return Fixtures.failureOf(() -> mint(policy, request));
    }

    private static MintRequest asked(MintRequest request) {
        MintContext context = request.context().withCaller(TestPolicies.APP);
        return request.withContext(context);
    }

    private dev.ephemint.server.mint.MintedToken record(MintRequest request) {
        sent.add(request);
        return Fixtures.token(0);
    }
}
