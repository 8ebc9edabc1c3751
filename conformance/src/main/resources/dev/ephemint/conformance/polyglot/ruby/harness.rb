# Responds to each line of standard input, a JSON object, with one: what the generated client sends and reads.
require 'json'
require 'uri'
require 'openapi_client'

$stdout.sync = true

def session(request)
  @api.create_client_secret(request)
end

def flat(request)
  @api.create_transcription_session(request)
end

def transcription_null
  input = OpenapiClient::AudioInputRequest.new(
    format: OpenapiClient::AudioFormat.new(type: 'audio/pcm', rate: 24_000),
    transcription: OpenapiClient::AudioTranscription.new(model: 'gpt-live-transcribe'),
    turn_detection: nil
  )
  OpenapiClient::ClientSecretRequest.new(
    expires_after: OpenapiClient::ExpiresAfter.new(anchor: 'created_at', seconds: 60),
    session: OpenapiClient::TranscriptionSessionRequest.new(
      type: 'transcription', audio: OpenapiClient::TranscriptionAudioRequest.new(input: input)
    )
  )
end

def facts(read, secret)
  { value: secret.value, expires_at: secret.expires_at, type: 'transcription',
    socket: read.connect.websocket.url, read: read.to_hash }
end

def typed(name)
  if name == 'flat'
    read = flat(OpenapiClient::FlatTranscriptionSessionRequest.new)
    return facts(read, read.client_secret)
  end
  read = session(transcription_null)
  facts(read, read)
end

def mint(shape, body)
  return { read: flat(OpenapiClient::FlatTranscriptionSessionRequest.build_from_hash(body)).to_hash } if shape == 'flat'

  { read: session(OpenapiClient::ClientSecretRequest.build_from_hash(body)).to_hash }
end

def start(base)
  configuration = OpenapiClient::Configuration.new
  configuration.base_path = ''
  configuration.server_index = nil
  uri = URI(base)
  configuration.scheme = uri.scheme
  configuration.host = "#{uri.host}:#{uri.port}"
  configuration.base_path = uri.path
  @api = OpenapiClient::RealtimeApi.new(OpenapiClient::ApiClient.new(configuration))
  { typed: %w[transcription-null flat] }
end

def respond(question)
  case question[:do]
  when 'start' then start(question[:base])
  when 'typed' then typed(question[:case])
  when 'mint' then mint(question[:shape], question[:request])
  else raise "cannot do #{question[:do]}"
  end
end

$stdin.each_line do |line|
  response = begin
    respond(JSON.parse(line, symbolize_names: true))
  rescue StandardError => e
    { error: "#{e.class}: #{e.message}"[0, 2000] }
  end
  puts JSON.generate(response)
end
