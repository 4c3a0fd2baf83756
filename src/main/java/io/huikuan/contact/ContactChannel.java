package io.huikuan.contact;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** By which way a contact was made. */
@Enum("ContactChannel")
@Description("By which way a contact was made.")
public enum ContactChannel {
    @Description("A telephone call.")
    PHONE,
    @Description("A visit at one of the two places.")
    VISIT,
    @Description("An e-mail.")
    EMAIL,
    @Description("A WeChat message or call.")
    WECHAT,
    @Description("A text message.")
    SMS,
    @Description("A letter on paper.")
    LETTER,
    @Description("A meeting elsewhere, or online.")
    MEETING,
    @Description("Another way; the summary tells.")
    OTHER
}
