package dev.ephemint.conformance.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PublicationTest {
    private static final Publication PUBLICATION = new Publication(Path.of("/data/out"), "box7");

    @ParameterizedTest
    @CsvSource(textBlock = """
            no token; see /data/out/work/client.log | no token; see work/client.log
            cannot open '/opt/some thing/x.log'     | cannot open 'some thing/x.log'
            PATH=/usr/local/bin:/usr/bin            | PATH=bin:bin
            log:/var/log/x.log, line 3              | log:x.log, line 3
            file:///etc/hosts and file:/etc/hosts   | hosts and hosts
            box7: refused (box7.example)            | this machine: refused (this machine.example)
            """, delimiter = '|')
    void hidesPathsAndTheNameOfTheMachine(String text, String shown) {
        assertThat(PUBLICATION.text(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx 1.22.1",
                "go1.26.8 linux/amd64",
                "3 x 503, 1 / 2",
                "no response from http://127.0.0.1:8080/v1/realtime/client_secrets",
                "25.0.3 Eclipse Adoptium, archive, `-XX:+UseSerialGC -Xmn32m`",
                "build it with mvn -q -DskipTests package -pl server -am",
                "server/target/box71.jar"
            })
    void keepsOtherText(String text) {
        assertThat(PUBLICATION.text(text)).isEqualTo(text);
    }

    @Test
    void textIsOneLineWithoutKeys() {
        assertThat(PUBLICATION.text("ended:\n\tkey sk-abcdefghijklmnopqrstuvwxyz012345 is wrong"))
                .doesNotContain("\n", "abcdefghij")
                .contains("[redacted]");
    }
}
