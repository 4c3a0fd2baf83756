package io.huikuan.audit;

/**
 * Where a request came from.
 *
 * @param address the address of the client, or of the last proxy where the service is not told to trust what proxies say
 * @param userAgent what the client's program calls itself, shortened; empty when it does not say
 */
public record Origin(String address, String userAgent) {

    /** Nowhere: work of the service itself. */
    public static final Origin NOWHERE = new Origin("", "");

    private static final int LONGEST_AGENT = 120;
    private static final int LONGEST_ADDRESS = 64;

    public Origin {
        address = Printable.of(address, LONGEST_ADDRESS);
        userAgent = Printable.of(userAgent, LONGEST_AGENT);
    }
}
