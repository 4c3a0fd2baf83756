package io.huikuan.notification;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What listens at an endpoint. */
@Enum("EndpointKind")
@Description("What listens at an endpoint.")
public enum EndpointKind {
    @Description("A system that takes signed requests, by Standard Webhooks 1.0.")
    WEBHOOK,
    @Description("The robot of a group in WeCom (企业微信).")
    WECOM,
    @Description("The robot of a group in DingTalk (钉钉).")
    DINGTALK,
    @Description("The robot of a group in Feishu (飞书).")
    FEISHU
}
