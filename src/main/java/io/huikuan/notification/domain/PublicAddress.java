package io.huikuan.notification.domain;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells addresses of the public internet from all others: what IANA's registries of special-purpose addresses (RFC 6890 and its successors) do not call globally reachable is
 * not public, nor is an IPv6 address that carries such an IPv4 address.
 */
public final class PublicAddress {

    private static final Network[] V4 = {
        Network.of("0.0.0.0", 8),
        Network.of("10.0.0.0", 8),
        Network.of("100.64.0.0", 10),
        Network.of("127.0.0.0", 8),
        Network.of("169.254.0.0", 16),
        Network.of("172.16.0.0", 12),
        Network.of("192.0.0.0", 24),
        Network.of("192.0.2.0", 24),
        Network.of("192.88.99.0", 24),
        Network.of("192.168.0.0", 16),
        Network.of("198.18.0.0", 15),
        Network.of("198.51.100.0", 24),
        Network.of("203.0.113.0", 24),
        Network.of("224.0.0.0", 3)
    };

    /** All of the internet's own is within 2000::/3; these parts of it are not. */
    private static final Network V6_INTERNET = Network.of("2000::", 3);

    private static final Network[] V6 = {
        Network.of("2001::", 23), Network.of("2001:db8::", 32), Network.of("2002::", 16), Network.of("3fff::", 20)
    };

    /** Carries an IPv4 address in its last four bytes, for networks that have none of their own (RFC 6052). */
    private static final Network NAT64 = Network.of("64:ff9b::", 96);

    private PublicAddress() {}

    /** The addresses that begin with the same bits. */
    private static final class Network {

        private final byte[] address;
        private final int bits;

        private Network(byte[] address, int bits) {
            this.address = address;
            this.bits = bits;
        }

        static Network of(String address, int bits) {
            try {
                return new Network(InetAddress.getByName(address).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(address, e);
            }
        }

        boolean holds(byte[] other) {
            int whole = bits / 8;
            if (other.length != address.length || !Arrays.equals(address, 0, whole, other, 0, whole)) {
                return false;
            }
            int rest = bits % 8;
            int mask = 0xff << (8 - rest) & 0xff;
            return rest == 0 || (address[whole] & mask) == (other[whole] & mask);
        }
    }

    /** Whether the address is one of the public internet. */
    public static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublicV4(bytes);
        }
        if (address instanceof Inet6Address && NAT64.holds(bytes)) {
            return isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
        }
        return V6_INTERNET.holds(bytes) && Arrays.stream(V6).noneMatch(network -> network.holds(bytes));
    }

    private static boolean isPublicV4(byte[] bytes) {
        return Arrays.stream(V4).noneMatch(network -> network.holds(bytes));
    }
}
