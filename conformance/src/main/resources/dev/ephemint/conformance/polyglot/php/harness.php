<?php
// Responds to each line of standard input, a JSON object, with one: what the generated client sends and reads.
require 'GuzzleHttp/autoload.php';
spl_autoload_register(function ($class) {
    $file = __DIR__ . '/client/lib/' . strtr(substr($class, 15), '\\', '/') . '.php';
    if (str_starts_with($class, 'OpenAPI\\Client\\') && is_file($file)) {
        require $file;
    }
});
error_reporting(E_ALL & ~E_DEPRECATED);

use OpenAPI\Client\Api\RealtimeApi;
use OpenAPI\Client\Configuration;
use OpenAPI\Client\Model;
use OpenAPI\Client\ObjectSerializer;

$api = null;

function transcription_null()
{
    $input = new Model\AudioInputRequest();
    $input->setFormat(new Model\AudioFormat(['type' => 'audio/pcm', 'rate' => 24000]));
    $input->setTranscription(new Model\AudioTranscription(['model' => 'gpt-live-transcribe']));
    $input->setTurnDetection(null);
    $audio = new Model\TranscriptionAudioRequest(['input' => $input]);
    return new Model\ClientSecretRequest([
        'expires_after' => new Model\ExpiresAfter(['anchor' => 'created_at', 'seconds' => 60]),
        'session' => new Model\TranscriptionSessionRequest(['type' => 'transcription', 'audio' => $audio]),
    ]);
}

function facts($read, $secret)
{
    return [
        'value' => $secret->getValue(), 'expires_at' => $secret->getExpiresAt(), 'type' => 'transcription',
        'socket' => $read->getConnect()->getWebsocket()->getUrl(), 'read' => sanitized($read),
    ];
}

function sanitized($read)
{
    return ObjectSerializer::sanitizeForSerialization($read);
}

function typed($api, $case)
{
    if ($case === 'flat') {
        $read = $api->createTranscriptionSession(new Model\FlatTranscriptionSessionRequest());
        return facts($read, $read->getClientSecret());
    }
    $read = $api->createClientSecret(transcription_null());
    return facts($read, $read);
}

function mint($api, $shape, $body)
{
    $class = $shape === 'flat' ? Model\FlatTranscriptionSessionRequest::class : Model\ClientSecretRequest::class;
    $request = ObjectSerializer::deserialize($body, '\\' . $class);
    return ['read' => sanitized($shape === 'flat' ? $api->createTranscriptionSession($request) : $api->createClientSecret($request))];
}

function respond($question)
{
    global $api;
    switch ($question->do) {
        case 'start':
            $api = new RealtimeApi(new GuzzleHttp\Client(), (new Configuration())->setHost($question->base));
            return ['typed' => ['transcription-null', 'flat']];
        case 'typed':
            return typed($api, $question->case);
        case 'mint':
            return mint($api, $question->shape, $question->request);
        default:
            throw new Exception("cannot do $question->do");
    }
}

while (($line = fgets(STDIN)) !== false) {
    try {
        $response = respond(json_decode($line));
    } catch (Throwable $error) {
        $response = ['error' => get_class($error) . ': ' . substr($error->getMessage(), 0, 2000)];
    }
    echo json_encode($response, JSON_PRESERVE_ZERO_FRACTION | JSON_UNESCAPED_SLASHES), "\n";
}
