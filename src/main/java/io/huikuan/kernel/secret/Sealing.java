package io.huikuan.kernel.secret;

/**
 * Keeps secrets of others, such as the address of a device or the key of a webhook, so that a copy of the database does not give them away. What is
 * sealed opens only with the instance's key and in the place for which it was sealed.
 */
public interface Sealing {

    /**
     * Seals a text; the same text never gives the same twice.
     *
     * @param place where it will be kept, for example the tenant and the row: what is moved elsewhere does not open
     */
    String seal(String text, String place);

    /**
     * Opens what was sealed for this place.
     *
     * @throws SealBroken when it was sealed with a key that is not known here, for another place, or was changed
     */
    String open(String sealed, String place);

    /** Something sealed does not open. */
    class SealBroken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public SealBroken(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
