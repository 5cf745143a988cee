package io.botyard.gateway.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as proxies write them. Nothing is ever looked up. */
public final class IpLiteral {

    private static final Pattern V4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d+)?");
    private static final Pattern V6 = Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::\\d+)?|([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)");
    private static final int NETWORK_BYTES = 8;

    private IpLiteral() {}

    /** Without brackets and port, in its one spelling; empty when it is no address. */
    static Optional<String> of(String written) {
        var text = written.strip();
        var v4 = V4.matcher(text);
        if (v4.matches()) {
            return parse(v4.group(1)).map(InetAddress::getHostAddress);
        }
        var v6 = V6.matcher(text);
        return v6.matches()
                ? parse(v6.group(1) == null ? v6.group(2) : v6.group(1)).map(InetAddress::getHostAddress)
                : Optional.empty();
    }

    /** What counts as one place: an IPv4 address, or the 64 bits of an IPv6 network, in which anybody has them all. */
    public static String place(String address) {
        return parse(address)
                .filter(Inet6Address.class::isInstance)
                .map(v6 -> HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), NETWORK_BYTES)) + "/64")
                .orElse(address);
    }

    private static Optional<InetAddress> parse(String literal) {
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
