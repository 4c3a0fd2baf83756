/** Robots of group chats: WeCom (企业微信), DingTalk (钉钉), Feishu (飞书). */
package io.huikuan.notification.channel.robot;
