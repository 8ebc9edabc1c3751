package dev.ephemint.server.settings.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ranges of IP addresses, such as {@code 10.0.0.0/8} or {@code ::1}. No name is ever looked up. */
public record AddressRanges(List<Range> ranges) {

    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]{2,45}");

    public AddressRanges {
        ranges = List.copyOf(ranges);
    }

    /** The addresses that have the first {@code bits} of {@code address}. */
    public record Range(InetAddress address, int bits) {

        /** Empty if the text is neither an address nor an address, a slash and a number of bits. */
        public static Optional<Range> of(String text) {
            String[] parts = text.split("/", -1);
            return literal(parts[0]).flatMap(address -> {
                int most = address.getAddress().length * Byte.SIZE;
                return parts.length == 1
                        ? Optional.of(new Range(address, most))
                        : Optional.of(parts[1])
                                .filter(bits -> parts.length == 2 && bits.matches("\\d{1,3}"))
                                .map(Integer::valueOf)
                                .filter(bits -> bits <= most)
                                .map(bits -> new Range(address, bits));
            });
        }

        boolean contains(InetAddress other) {
            byte[] mine = address.getAddress();
            byte[] others = other.getAddress();
            int ignored = mine.length * Byte.SIZE - bits;
            return mine.length == others.length
                    && new BigInteger(1, mine)
                            .shiftRight(ignored)
                            .equals(new BigInteger(1, others).shiftRight(ignored));
        }
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether the text is an address of one of the ranges. */
    public boolean contains(String address) {
        return !ranges.isEmpty()
                && literal(address)
                        .filter(literal -> ranges.stream().anyMatch(range -> range.contains(literal)))
                        .isPresent();
    }

    private static Optional<InetAddress> literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }
}
