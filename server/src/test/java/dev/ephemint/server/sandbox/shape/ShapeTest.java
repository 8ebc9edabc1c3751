package dev.ephemint.server.sandbox.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.sandbox.wire.Json;
import dev.ephemint.server.sandbox.wire.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"instructions":1} | Invalid type for 'session.instructions': expected a string, but got an integer instead.
                    {"parallel_tool_calls":"yes"} | Invalid type for 'session.parallel_tool_calls': expected a boolean, but got a string instead.
                    {"tools":{}} | Invalid type for 'session.tools': expected an array, but got an object instead.
                    {"audio":[]} | Invalid type for 'session.audio': expected an object, but got an array instead.
                    {"max_output_tokens":1.5} | Invalid type for 'session.max_output_tokens': expected an integer, but got a decimal instead.
                    {"max_output_tokens":true} | Invalid type for 'session.max_output_tokens': expected an integer, but got a boolean instead.
                    {"max_output_tokens":0} | Invalid 'session.max_output_tokens': integer below minimum value. Expected a value >= 1, but got 0 instead.
                    {"max_output_tokens":"all"} | Invalid value: 'all'. Supported values are: 'inf'.
                    {"output_modalities":["text","smell"]} | Invalid value: 'smell'. Supported values are: 'text' and 'audio'.
                    {"tool_choice":"maybe"} | Invalid value: 'maybe'. Supported values are: 'none', 'auto', and 'required'.
                    {"tool_choice":{"type":"function"}} | Missing required parameter: 'session.tool_choice.name'.
                    {"tool_choice":{"type":1}} | Invalid type for 'session.tool_choice.type': expected a string, but got an integer instead.
                    {"tools":[{"type":"function","strict":true}]} | Unknown parameter: 'session.tools[0].strict'.
                    {"tools":[{"type":"mcp","server_label":"x","allowed_tools":{"names":[]}}]} | Unknown parameter: 'session.tools[0].allowed_tools.names'.
                    {"tracing":"on"} | Invalid value: 'on'. Supported values are: 'auto'.
                    {"prompt":{}} | Missing required parameter: 'session.prompt.id'.
                    {"audio":{"output":{"speed":0.2}}} | Invalid 'session.audio.output.speed': decimal below minimum value. Expected a value >= 0.25, but got 0.2 instead.
                    {"audio":{"output":{"speed":1.6}}} | Invalid 'session.audio.output.speed': decimal above maximum value. Expected a value <= 1.5, but got 1.6 instead.
                    {"truncation":{"type":"retention_ratio"}} | Missing required parameter: 'session.truncation.retention_ratio'.
                    """)
    void rejectsUnknownMembersOfARealtimeSession(String members, String message) {
        RejectedException rejected = catchThrowableOfType(RejectedException.class, () -> check(members));

        assertThat(rejected.text()).isEqualTo(message);
    }

    @Test
    void acceptsEveryMemberOfARealtimeSession() {
        assertThatCode(() -> check("""
                {"model": "gpt-realtime", "output_modalities": ["audio"], "instructions": "", "include": null,
                 "tracing": {"workflow_name": "w", "group_id": "g", "metadata": {"a": 1}},
                 "tools": [{"type": "mcp", "server_label": "x", "allowed_tools": ["a"], "headers": null,
                  "require_approval": {"always": {"tool_names": ["a"]}}}],
                 "tool_choice": {"type": "mcp", "server_label": "x", "name": null}, "parallel_tool_calls": true,
                 "reasoning": {"effort": "low"}, "max_output_tokens": 4096, "prompt": null,
                 "truncation": {"type": "retention_ratio", "retention_ratio": 0.8, "token_limits": {}},
                 "audio": {"input": {"turn_detection": {"type": "server_vad", "idle_timeout_ms": null}},
                  "output": {"voice": {"id": "voice_1"}, "speed": 1.5}}}""")).doesNotThrowAnyException();
    }

    private static void check(String members) {
        ObjectNode session = Json.template(members).put("type", "realtime");
        GaShapes.REQUEST.check("", Json.object().set("session", session));
    }
}
