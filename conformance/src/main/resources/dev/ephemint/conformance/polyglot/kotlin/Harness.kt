// Responds to each line of standard input, a JSON object, with one: what the generated client sends and reads.
import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.json.JsonMapper
import com.fasterxml.jackson.databind.util.RawValue
import org.openapitools.client.apis.RealtimeApi
import org.openapitools.client.infrastructure.Serializer
import org.openapitools.client.models.*

private val protocol = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build()
private val mapper = Serializer.jacksonObjectMapper
private lateinit var api: RealtimeApi

private fun transcriptionNull(): ClientSecretRequest {
    val input = AudioInputRequest(
        format = AudioFormat(type = "audio/pcm", rate = 24000),
        transcription = AudioTranscription(model = "gpt-live-transcribe"),
        turnDetection = null,
    )
    val session = TranscriptionSessionRequest(
        type = TranscriptionSessionRequest.Type.transcription,
        audio = TranscriptionAudioRequest(input = input),
    )
    return ClientSecretRequest(ExpiresAfter(anchor = "created_at", seconds = 60), session)
}

private fun mint(shape: String, body: String): Any =
    if (shape == "flat") {
        api.createTranscriptionSession(mapper.readValue(body, FlatTranscriptionSessionRequest::class.java))
    } else {
        api.createClientSecret(mapper.readValue(body, ClientSecretRequest::class.java))
    }

private fun facts(value: String, expiresAt: Long, connect: Connection?, read: Any) = mapOf(
    "value" to value, "expires_at" to expiresAt, "type" to "transcription",
    "socket" to connect?.websocket?.url, "read" to raw(read),
)

private fun typed(case: String): Map<String, Any?> =
    if (case == "flat") {
        val read = api.createTranscriptionSession(FlatTranscriptionSessionRequest())
        val secret = read.clientSecret!!
        facts(secret.value, secret.expiresAt, read.connect, read)
    } else {
        val read = api.createClientSecret(transcriptionNull())
        facts(read.value, read.expiresAt, read.connect, read)
    }

private fun raw(read: Any) = RawValue(mapper.writeValueAsString(read))

private fun respond(question: JsonNode): Map<String, Any?> = when (question["do"].asText()) {
    "start" -> {
        api = RealtimeApi(question["base"].asText())
        mapOf("typed" to listOf("transcription-null", "flat"))
    }
    "typed" -> typed(question["case"].asText())
    "mint" -> mapOf("read" to raw(mint(question["shape"].asText(), question["request"].toString())))
    else -> error("cannot do ${question["do"]}")
}

fun main() {
    generateSequence(::readLine).forEach { line ->
        val response = runCatching { respond(protocol.readTree(line)) }.getOrElse { mapOf("error" to it.toString()) }
        println(protocol.writeValueAsString(response))
    }
}
