package dev.ephemint.nightly;

import dev.ephemint.contract.model.ClientSecret;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.ErrorResponse;
import dev.ephemint.contract.model.FlatTranscriptionSession;
import dev.ephemint.contract.model.FlatTranscriptionSessionRequest;
import dev.ephemint.contract.model.UnknownSession;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A user's application, with nothing configured: its controllers return and accept the contract's models. */
@SpringBootApplication
@RestController
public class Application {

    /** A user's own value around a model. */
    public record Page(String title, ClientSecret secret) {}

    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    @GetMapping("/secret")
    ClientSecret secret() {
        UnknownSession session = new UnknownSession();
        session.putMember("type", "brand_new");
        session.putMember("instructions", null);
        return new ClientSecret().value("ek_example").expiresAt(null).session(session);
    }

    @GetMapping("/page")
    Page page() {
        return new Page("Captions", secret());
    }

    @GetMapping("/secrets")
    Map<String, List<ClientSecret>> secrets() {
        return Map.of("secrets", List.of(secret()));
    }

    @PostMapping("/ClientSecret")
    ClientSecret echo(@RequestBody ClientSecret model) {
        return model;
    }

    @PostMapping("/ClientSecretRequest")
    ClientSecretRequest echo(@RequestBody ClientSecretRequest model) {
        return model;
    }

    @PostMapping("/FlatTranscriptionSession")
    FlatTranscriptionSession echo(@RequestBody FlatTranscriptionSession model) {
        return model;
    }

    @PostMapping("/FlatTranscriptionSessionRequest")
    FlatTranscriptionSessionRequest echo(@RequestBody FlatTranscriptionSessionRequest model) {
        return model;
    }

    @PostMapping("/ErrorResponse")
    ErrorResponse echo(@RequestBody ErrorResponse model) {
        return model;
    }
}
