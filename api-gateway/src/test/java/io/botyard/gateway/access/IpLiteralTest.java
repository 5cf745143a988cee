package io.botyard.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IpLiteralTest {

    @Test
    void readsWhatProxiesWrite() {
        Map.of(
                        "203.0.113.7", "203.0.113.7",
                        " 203.0.113.7 ", "203.0.113.7",
                        "203.0.113.7:4711", "203.0.113.7",
                        "2001:db8::1", "2001:db8:0:0:0:0:0:1",
                        "[2001:DB8::1]", "2001:db8:0:0:0:0:0:1",
                        "[2001:db8::1]:443", "2001:db8:0:0:0:0:0:1",
                        "::ffff:203.0.113.7", "203.0.113.7")
                .forEach((written, address) -> assertThat(IpLiteral.of(written)).contains(address));
    }

    @Test
    void takesNothingElseForAnAddressAndAsksNobody() {
        for (var junk : new String[] {
            "", "unknown", "localhost", "example.org", "1", "256.1.1.1", "1.2.3", "_hidden", "[", "::::", "1.2.3.4, "
        }) {
            assertThat(IpLiteral.of(junk)).as(junk).isEmpty();
        }
    }

    @Test
    void anIpv6NetworkIsOnePlace() {
        assertThat(IpLiteral.place("2001:db8:1:2:3:4:5:6")).isEqualTo(IpLiteral.place("2001:db8:1:2::9"));
        assertThat(IpLiteral.place("2001:db8:1:2::9")).isNotEqualTo(IpLiteral.place("2001:db8:1:3::9"));
        assertThat(IpLiteral.place("203.0.113.7")).isEqualTo("203.0.113.7");
    }
}
