package dev.ephemint.conformance.polyglot;

import dev.ephemint.conformance.tape.Tapes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ObserveTest {
    @Test
    void observe() throws Exception {
        Contract contract = Contract.bundled();
        ClientGeneration generation = new ClientGeneration(Path.of(System.getenv("GENJAR")), Path.of("target/polyglot"));
        List<GeneratedClient> clients = GeneratedClient.all().stream()
                .filter(c -> System.getenv("ONLY") == null || (" " + System.getenv("ONLY") + " ").contains(" " + c.name() + " "))
                .toList();
        generation.generate(clients, contract);
        List<WireCase> cases = new ArrayList<>(WireCase.all());
        cases.addAll(WireCase.of(Tapes.in(Path.of("src/test/resources/tapes"))));
        for (GeneratedClient client : clients) {
            if (client.untried().isPresent()) {
                continue;
            }
            long start = System.currentTimeMillis();
            String out;
            try (Harness harness = Harness.in(generation.directory(client, contract), Duration.ofMinutes(9))) {
                out = String.join("\n", ClientExamination.differences(harness, cases));
            } catch (Exception e) {
                out = e.toString();
            }
            Files.writeString(Path.of("/tmp/polylab/observed-" + client.name() + ".txt"), out + "\n");
            System.out.println(client + " " + (System.currentTimeMillis() - start) + " ms");
        }
    }
}
