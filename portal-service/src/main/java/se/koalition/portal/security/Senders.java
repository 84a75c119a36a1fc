package se.koalition.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** From where a request comes, for limits per sender. */
public final class Senders {

    private Senders() {}

    /**
     * In IPv6 the first 64 bits: all addresses behind them are one customer's (RFC 6177), who could take another one
     * each time.
     */
    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static String of(String address) {
        try {
            InetAddress known = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return known instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(known.getAddress(), 8)) + "::/64"
                    : known.getHostAddress();
        } catch (IllegalArgumentException e) {
            // What a proxy did not know: all of them share one limit.
            return "unknown";
        }
    }
}
