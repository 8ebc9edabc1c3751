import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ephemint.client.EphemintClient;
import dev.ephemint.client.Requests;
import dev.ephemint.contract.model.AudioTranscription;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;

/**
 * Mints with one of the clients that the benchmark compares: {@code Clients jdk|ephemint URL}. After the first mint it prints
 * {@code ready}; then, for each number that it reads, it mints so often and prints the median time of a mint in nanoseconds.
 */
public final class Clients {

    interface Client {
        /** The value of the minted token. */
        String mint() throws Exception;
    }

    /** The JDK's client, with Jackson's tree for the response. It sends what Ephemint's client sends. */
    static final class Jdk implements Client {
        private static final String BODY = "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":"
                + "{\"model\":\"gpt-4o-transcribe\",\"prompt\":\"Names: Ada, Grace, Radia, Barbara.\"}}}}}";

        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final ObjectMapper mapper = new ObjectMapper();
        private final URI url;

        Jdk(String url) {
            this.url = URI.create(url + "/v1/realtime/client_secrets");
        }

        @Override
        public String mint() throws Exception {
            HttpRequest request = HttpRequest.newBuilder(url)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer key_example")
                    .POST(HttpRequest.BodyPublishers.ofString(BODY))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("status " + response.statusCode());
            }
            return mapper.readTree(response.body()).path("value").textValue();
        }
    }

    static final class Ephemint implements Client {
        private final EphemintClient client;

        Ephemint(String url) {
            client = EphemintClient.builder().baseUrl(url).apiKey("key_example").build();
        }

        @Override
        public String mint() {
            AudioTranscription transcription =
                    new AudioTranscription().model("gpt-4o-transcribe").prompt("Names: Ada, Grace, Radia, Barbara.");
            return client.createClientSecret(Requests.transcription(transcription)).getValue();
        }
    }

    private Clients() {}

    public static void main(String[] arguments) throws Exception {
        Client client = arguments[0].equals("jdk") ? new Jdk(arguments[1]) : new Ephemint(arguments[1]);
        mint(client);
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            long[] nanos = new long[Integer.parseInt(line)];
            for (int i = 0; i < nanos.length; i++) {
                long start = System.nanoTime();
                mint(client);
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            System.out.println(nanos[nanos.length / 2]);
        }
        System.exit(0);
    }

    private static void mint(Client client) throws Exception {
        if (client.mint().isEmpty()) {
            throw new IllegalStateException("no token");
        }
    }
}
