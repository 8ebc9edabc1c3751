package dev.ephemint.server.schema;

import static dev.ephemint.server.Fixtures.json;
import static dev.ephemint.server.Fixtures.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ephemint.contract.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractSchemaTest {

    private final ContractSchema unit = ContractSchema.of(Document.CONTRACT);
    private final ContractSchema vendor = ContractSchema.of(Document.OPENAI);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'unknown':{'x':null}}",
                "{'expires_after':{'anchor':'created_at','seconds':600}}",
                "{'session':{'type':'transcription','audio':{'input':{'turn_detection':null,'unknown':1}}}}",
                "{'session':{'type':'realtime','max_output_tokens':'inf','tracing':null,'tools':[{'type':'mcp','server_label':'l'},{'type':'x'}]}}"
            })
    void acceptsValidBodies(String body) {
        assertThat(request(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        []                                              |                        | Invalid type: expected an object, but got an array instead.
        {'session':'x'}                                 | session                | Invalid type for 'session': expected an object, but got a string instead.
        {'session':null}                                | session                | Invalid type for 'session': expected an object, but got null instead.
        {'expires_after':{'seconds':'600'}}             | expires_after.seconds  | Invalid type for 'expires_after.seconds': expected an integer, but got a string instead.
        {'expires_after':{'seconds':600.5}}             | expires_after.seconds  | Invalid type for 'expires_after.seconds': expected an integer, but got a number instead.
        {'session':{'type':'realtime','tools':[{'name':1}]}} | session.tools[0].name | Invalid type for 'session.tools[0].name': expected a string, but got an integer instead.
        {'session':{'type':'realtime','tool_choice':5}} | session.tool_choice    | Invalid type for 'session.tool_choice': expected one of a string or an object, but got an integer instead.
        {'session':{'type':'realtime','tracing':true}}  | session.tracing        | Invalid type for 'session.tracing': expected one of a string or an object, but got a boolean instead.
        """)
    void namesWrongTypes(String body, String param, String message) {
        assertThat(request(body)).containsExactly(new Violation(param, "invalid_type", message));
    }

    /** The required members of an object depend on its type; an unknown type requires none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'tool_choice':{'type':'function'}                      | session.tool_choice.name                | missing_required_parameter
                    'tool_choice':{'type':'function','name':null}          | session.tool_choice.name                | invalid_type
                    'tool_choice':{'type':'function','name':'n'}           |                                         |
                    'tool_choice':{'type':'mcp','name':'n'}                | session.tool_choice.server_label        | missing_required_parameter
                    'tool_choice':{'type':'mcp','server_label':'l'}        |                                         |
                    'tool_choice':{'type':'mcp','server_label':'l','name':null} |                                    |
                    'tool_choice':{'type':'other'}                         |                                         |
                    'tools':[{'type':'mcp'}]                               | session.tools[0].server_label           | missing_required_parameter
                    'tools':[{'type':'mcp','server_label':'l'}]            |                                         |
                    'tools':[{'type':'function'},{'type':'other'},{}]      |                                         |
                    'prompt':{'id':'p','variables':{'v':{'type':'input_text'}}}  | session.prompt.variables.v.text   | missing_required_parameter
                    'prompt':{'id':'p','variables':{'v':{'type':'input_image'}}} |                                   |
                    """)
    void requiresTheMembersOfAType(String member, String param, String code) {
        assertThat(request("{'session':{'type':'realtime'," + member + "}}"))
                .extracting(Violation::param, Violation::code)
                .isEqualTo(param == null ? List.of() : List.of(tuple(param, code)));
    }

    @Test
    void rejectsAFormatThatIsAString() {
        assertThat(request("{'session':{'type':'transcription','audio':{'input':{'format':'pcm16'}}}}"))
                .containsExactly(new Violation(
                        "session.audio.input.format",
                        "invalid_type",
                        "Invalid type for 'session.audio.input.format': expected an object, but got a string"
                                + " instead."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'session':{'type':'transcription','audio':{'input':{'format':{'type':'audio/pcm','rate':16000}}}}} | session.audio.input.format.rate | integer_below_min_value | Invalid 'session.audio.input.format.rate': integer below minimum value. Expected a value >= 24000.
        {'expires_after':{'seconds':9}}     | expires_after.seconds | integer_below_min_value | Invalid 'expires_after.seconds': integer below minimum value. Expected a value >= 10.
        {'expires_after':{'seconds':7201}}  | expires_after.seconds | integer_above_max_value | Invalid 'expires_after.seconds': integer above maximum value. Expected a value <= 7200.
        {'session':{'type':'realtime','max_output_tokens':5000}} | session.max_output_tokens | integer_above_max_value | Invalid 'session.max_output_tokens': integer above maximum value. Expected a value <= 4096.
        {'session':{'type':'realtime','audio':{'output':{'speed':2}}}} | session.audio.output.speed | decimal_above_max_value | Invalid 'session.audio.output.speed': decimal above maximum value. Expected a value <= 1.5.
        {'session':{'type':'realtime','audio':{'output':{'speed':0.1}}}} | session.audio.output.speed | decimal_below_min_value | Invalid 'session.audio.output.speed': decimal below minimum value. Expected a value >= 0.25.
        {'session':{'type':'transcription','audio':{'input':{'transcription':{'languages':[]}}}}} | session.audio.input.transcription.languages | array_below_min_length | Invalid 'session.audio.input.transcription.languages': array too short. Expected an array with minimum length 1, but got an array with length 0 instead.
        """)
    void namesValuesOutOfRange(String body, String param, String code, String message) {
        assertThat(request(body)).containsExactly(new Violation(param, code, message));
    }

    @Test
    void namesATextThatIsTooLongWithoutRepeatingIt() {
        String prompt = "s".repeat(2048);

        List<Violation> violations = request(
                "{'session':{'type':'transcription','audio':{'input':{'transcription':{'prompt':'" + prompt + "'}}}}}");

        assertThat(violations)
                .containsExactly(new Violation(
                        "session.audio.input.transcription.prompt",
                        "string_above_max_length",
                        "Invalid 'session.audio.input.transcription.prompt': string too long. Expected a string with "
                                + "maximum length 1024, but got a string with length 2048 instead."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\nb", "b\\n", "b\\r", "<b", "b>"})
    void rejectsKeywordsOfTwoLinesOrWithBrackets(String keyword) {
        String body = "{'session':{'type':'transcription','audio':{'input':{'transcription':{'keywords':['a','"
                + keyword + "']}}}}}";

        assertThat(request(body))
                .containsExactly(new Violation(
                        "session.audio.input.transcription.keywords[1]",
                        "invalid_value",
                        "Invalid value for 'session.audio.input.transcription.keywords[1]'."));
    }

    @Test
    void namesEveryUnknownMemberOnlyIfTheVendorDoes() {
        String body = "{'x':1,'session':{'type':'transcription','audio':{'input':{'y':null}},'bogus_field':true}}";

        assertThat(request(body)).isEmpty();
        assertThat(vendor.validate("ClientSecretRequest", json(body)))
                .containsExactlyInAnyOrder(
                        new Violation("x", "unknown_parameter", "Unknown parameter: 'x'."),
                        new Violation(
                                "session.audio.input.y",
                                "unknown_parameter",
                                "Unknown parameter: 'session.audio.input.y'."),
                        new Violation(
                                "session.bogus_field",
                                "unknown_parameter",
                                "Unknown parameter: 'session.bogus_field'."));
    }

    @Test
    void leavesTheCallersOwnMapsOpen() {
        String body =
                "{'session':{'type':'realtime','tools':[{'type':'mcp','server_label':'l','headers':{'a':'b'},'parameters':{'c':1}}],"
                        + "'tracing':{'metadata':{'d':2}},'prompt':{'id':'e','variables':{'f':'g','h':{'type':'input_text','text':''}}}}}";

        assertThat(vendor.validate("ClientSecretRequest", json(body))).isEmpty();
    }

    @Test
    void survivesNumbersOfAnySize() {
        assertThat(request("{'expires_after':{'seconds':1e999999999}}"))
                .extracting(Violation::param)
                .containsOnly("expires_after.seconds");
    }

    /** Each violation costs time and memory, and one body could contain a hundred thousand. */
    @Test
    void reportsNoMoreFaultsForALongerArray() {
        assertThat(faults(50_000)).isEqualTo(faults(5_000));
    }

    @Test
    void reportsTheLengthOfAnArrayThatIsTooLong() {
        assertThat(request("{'session':{'type':'transcription','include':[" + "1,".repeat(49_999) + "1]}}"))
                .filteredOn(violation -> violation.code().equals("array_above_max_length"))
                .singleElement()
                .satisfies(violation -> assertThat(violation.message())
                        .startsWith("Invalid 'session.include': array too long. Expected an array with maximum length ")
                        .endsWith(", but got an array with length 50000 instead."));
    }

    private int faults(int keywords) {
        String array = "['<'" + ",'<'".repeat(keywords - 1) + "]";
        return request("{'session':{'type':'transcription','audio':{'input':{'transcription':{'keywords':" + array
                        + "}}}}}")
                .size();
    }

    @Test
    void validatesAgainstSchemasWithoutAName() {
        String unauthorized = "/components/responses/Unauthorized/content/application~1json/schema";
        ContractSchema azure = ContractSchema.of(Document.AZURE);

        assertThat(azure.validateAt(unauthorized, json("{'statusCode':401,'message':'no'}")))
                .isEmpty();
        assertThat(azure.validateAt(unauthorized, json("{'error':{'code':'Unauthorized','message':'no'}}")))
                .isEmpty();
        assertThat(azure.validateAt(unauthorized, json("{'detail':'no'}"))).isNotEmpty();
    }

    @Test
    void rejectsUnknownSchemaNames() {
        assertThatThrownBy(() -> unit.validate("Nothing", json("{}"))).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Violation> request(String body) {
        return unit.validate("ClientSecretRequest", tree(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AudioFormat|{'type':'audio/pcm','rate':16000}|integer_below_min_value|rate",
                "AudioFormat|{'type':'audio/pcmu','rate':'x'}|invalid_type|rate",
                "TurnDetection|{'type':'server_vad','threshold':77}|decimal_above_max_value|threshold",
                "TurnDetection|{'threshold':77}|decimal_above_max_value|threshold",
                "TurnDetection|{'type':'server_vad','idle_timeout_ms':1}|integer_below_min_value|idle_timeout_ms",
                "Tool|{'type':'mcp','server_label':'l','tunnel_id':'x'}|invalid_value|tunnel_id",
                "Truncation|{'type':'retention_ratio'}|missing_required_parameter|retention_ratio",
                "Truncation|{'type':'retention_ratio','retention_ratio':2}|decimal_above_max_value|retention_ratio",
            })
    void checksALimitWithItsDiscriminator(String schema, String body, String code, String param) {
        assertThat(ContractSchema.of(Document.CONTRACT).validate(schema, json(body)))
                .first()
                .satisfies(violation -> {
                    assertThat(violation.code()).isEqualTo(code);
                    assertThat(violation.param()).isEqualTo(param);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AudioFormat|{'type':'audio/opus','rate':8000}",
                "AudioFormat|{'type':'audio/pcmu','rate':8000}",
                "ClientSecretRequest|{'session':{'type':'realtime','audio':{'output':{'format':{'type':'audio/pcma','rate':1}}},'tools':[{'type':'function','allowed_callers':[]}]}}",
                "TurnDetection|{'type':'semantic_vad','threshold':77,'idle_timeout_ms':1}",
                "TurnDetection|{'type':'server_vad','idle_timeout_ms':null}",
                "Tool|{'type':'function','name':'n','tunnel_id':'x','allowed_callers':[]}",
                "Truncation|{'type':'last_turns','turns':3}",
            })
    void leavesALimitOfAnotherTypeToTheVendor(String schema, String body) {
        assertThat(ContractSchema.of(Document.CONTRACT).validate(schema, json(body)))
                .isEmpty();
    }
}
