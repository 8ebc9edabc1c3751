//! Responds to each line of standard input, a JSON object, with one: what the generated client sends and reads.
#![allow(deprecated)]
mod typed;

use openapi::apis::configuration::Configuration;
use openapi::apis::realtime_api::{create_client_secret, create_transcription_session};
use openapi::models::{ClientSecretRequest, FlatTranscriptionSessionRequest};
use serde_json::{from_value, json, Value};
use std::error::Error;
use std::io::{stdin, BufRead};

type Response = Result<Value, Box<dyn Error>>;

async fn mint(service: &Configuration, question: &Value) -> Response {
    let body = question["request"].clone();
    if question["shape"] == "flat" {
        let request: FlatTranscriptionSessionRequest = from_value(body)?;
        return Ok(json!({"read": create_transcription_session(service, request, None, None).await?}));
    }
    let request: ClientSecretRequest = from_value(body)?;
    Ok(json!({"read": create_client_secret(service, request, None, None).await?}))
}

async fn respond(service: &mut Configuration, line: &str) -> Response {
    let question: Value = serde_json::from_str(line)?;
    match question["do"].as_str() {
        Some("start") => {
            service.base_path = question["base"].as_str().ok_or("no base")?.into();
            Ok(json!({"typed": typed::CASES}))
        }
        Some("typed") => typed::mint(service, question["case"].as_str().unwrap_or("")).await,
        Some("mint") => mint(service, &question).await,
        other => Err(format!("cannot do {other:?}").into()),
    }
}

async fn converse() {
    let mut service = Configuration::default();
    for line in stdin().lock().lines() {
        let response = respond(&mut service, &line.unwrap()).await;
        println!("{}", response.unwrap_or_else(|error| json!({"error": format!("{error}")})));
    }
}

fn main() {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(converse());
}
