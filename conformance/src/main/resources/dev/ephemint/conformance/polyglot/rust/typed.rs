//! Mints as a user of the generated client writes them.
use openapi::apis::configuration::Configuration;
use openapi::apis::realtime_api::{create_client_secret, create_transcription_session};
use openapi::models::*;
use serde_json::{json, Value};
use std::error::Error;

pub const CASES: [&str; 4] = ["transcription-null", "unknown-member", "realtime", "flat"];

fn text(value: &str) -> Option<String> {
    Some(value.to_string())
}

fn transcription(input: AudioInputRequest, expires_after: Option<ExpiresAfter>) -> ClientSecretRequest {
    let audio = Some(TranscriptionAudioRequest { input: Some(input) });
    let session = TranscriptionSessionRequest { audio, ..Default::default() };
    ClientSecretRequest { expires_after, session: Some(SessionRequest::Transcription(session)) }
}

fn transcription_null() -> ClientSecretRequest {
    let input = AudioInputRequest {
        format: Some(AudioFormat { r#type: "audio/pcm".into(), rate: Some(24000) }),
        transcription: Some(Some(AudioTranscription { model: text("gpt-live-transcribe"), ..Default::default() })),
        turn_detection: Some(None),
        ..Default::default()
    };
    transcription(input, Some(ExpiresAfter { anchor: text("created_at"), seconds: Some(60) }))
}

/// The generated structs have no place for an unknown member: the request goes without it.
fn unknown_member() -> ClientSecretRequest {
    let model = AudioTranscription { model: text("gpt-4o-transcribe"), language: Some(text("en")), ..Default::default() };
    let detection = TurnDetection { r#type: text("server_vad"), threshold: Some(0.6), ..Default::default() };
    let input = AudioInputRequest {
        transcription: Some(Some(model)), turn_detection: Some(Some(detection)), ..Default::default()
    };
    transcription(input, None)
}

fn realtime() -> ClientSecretRequest {
    let detection = TurnDetection {
        r#type: text("server_vad"), threshold: Some(0.6), prefix_padding_ms: Some(300.0), silence_duration_ms: Some(200.5),
        idle_timeout_ms: Some(None), ..Default::default()
    };
    let input = AudioInputRequest { turn_detection: Some(Some(detection)), ..Default::default() };
    let output = AudioOutput { voice: Some(Voice::String("marin".into())), ..Default::default() };
    let parameters = serde_json::from_value(json!({"type": "object"})).unwrap();
    let tool = Tool { r#type: text("function"), name: text("get_temperature"), parameters: Some(parameters), ..Default::default() };
    let session = RealtimeSessionRequest {
        model: text("gpt-realtime"), output_modalities: Some(vec!["audio".into()]),
        audio: Some(RealtimeAudioRequest { input: Some(input), output: Some(output) }), tools: Some(vec![tool]),
        tool_choice: Some(ToolChoice::String("auto".into())), max_output_tokens: Some(MaxOutputTokens::Integer(77)),
        ..Default::default()
    };
    ClientSecretRequest { session: Some(SessionRequest::Realtime(session)), ..Default::default() }
}

fn facts(value: &str, expires_at: i64, kind: &str, connect: &Option<Connection>, read: Value) -> Value {
    let socket = &connect.as_ref().unwrap().websocket.url;
    json!({"value": value, "expires_at": expires_at, "type": kind, "socket": socket, "read": read})
}

pub async fn mint(service: &Configuration, case: &str) -> Result<Value, Box<dyn Error>> {
    let request = match case {
        "transcription-null" => transcription_null(),
        "unknown-member" => unknown_member(),
        "realtime" => realtime(),
        _ => {
            let read = create_transcription_session(service, Default::default(), None, None).await?;
            let secret = read.client_secret.as_ref().unwrap();
            return Ok(facts(&secret.value, secret.expires_at, "transcription", &read.connect, json!(read)));
        }
    };
    let read = create_client_secret(service, request, None, None).await?;
    let kind = if let Session::Realtime(_) = read.session { "realtime" } else { "transcription" };
    Ok(facts(&read.value, read.expires_at, kind, &read.connect, json!(read)))
}
