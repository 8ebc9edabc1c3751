package dev.ephemint.server.settings.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.settings.network.AddressRanges.Range;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressRangesTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "10.1.2.128/25, 10.1.2.200, true",
        "10.1.2.128/25, 10.1.2.127, false",
        "0.0.0.0/0, 203.0.113.7, true",
        "0.0.0.0/0, ::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "::1, ::2, false",
        "fd00::/8, fdff::7, true",
        "fd00::/8, fe80::7, false",
        "10.0.0.0/8, ::ffff:10.0.0.1, true",
        "10.0.0.0/8, proxy.example, false",
        "127.0.0.1, localhost, false",
        "10.0.0.0/8, '', false",
        "10.0.0.0/8, 10.0.0, false"
    })
    void contains(String range, String address, boolean contained) {
        AddressRanges ranges = new AddressRanges(List.of(Range.of(range).orElseThrow()));

        assertThat(ranges.contains(address)).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "proxy.example",
                "10.0.0.0/33",
                "::/129",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "10.0.0.0/-1",
                "10.0.0",
                "256.0.0.1",
                "10",
                "*",
                "",
                "10.0.0.1:80",
                ":::",
                "[::1]"
            })
    void rejectsWhatIsNoRange(String text) {
        assertThat(Range.of(text)).isEmpty();
    }
}
