package io.huikuan.notification;

/** A way to reach people. */
public interface NotificationChannel {

    /**
     * Sends; comes back when the message is safely on its way.
     *
     * @throws DeliveryFailed when it is not; it is tried again later
     */
    void send(Notification notification);

    /** A message could not be sent; the message of this exception is stored and must hold no personal data. */
    class DeliveryFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public DeliveryFailed(String message) {
            super(message);
        }
    }
}
