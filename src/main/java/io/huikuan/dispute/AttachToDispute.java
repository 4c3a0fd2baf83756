package io.huikuan.dispute;

import java.util.List;

/** The wish to show attachments of contact records with the customer, by their global ids, with an open dispute. */
public record AttachToDispute(String clientKey, String id, List<String> attachments) {

    public AttachToDispute {
        attachments = List.copyOf(attachments);
    }
}
