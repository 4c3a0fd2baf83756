package io.huikuan.partner;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The closed list of what a partner can reach: adding to it is a decision, not an accident. */
@QuarkusTest
class PartnerTypesTest {

    @Inject
    GraphQLSchema schema;

    @Test
    void a_partner_reaches_these_types_and_no_other() {
        Set<String> reached = new TreeSet<>();
        reach(schema.getQueryType().getFieldDefinition("viewer").getType(), reached);
        reach(schema.getQueryType().getFieldDefinition("myAccount").getType(), reached);
        reach(schema.getQueryType().getFieldDefinition("myStatement").getType(), reached);
        reach(schema.getQueryType().getFieldDefinition("myPaymentAnnouncements").getType(), reached);
        for (String query : List.of(
                "myCalendarLink",
                "myAlerts",
                "myCredit",
                "myContactPersons",
                "notificationPreferences",
                "myDevices",
                "webPushKey",
                "myPromises",
                "myDisputes",
                "myConcessions",
                "myLetters")) {
            reach(schema.getQueryType().getFieldDefinition(query).getType(), reached);
        }
        reach(schema.getSubscriptionType().getFieldDefinition("myAlertRaised").getType(), reached);
        for (String mutation : List.of(
                "reportMySellOut",
                "announceMyPayment",
                "makeMyPromise",
                "withdrawMyPromise",
                "openMyDispute",
                "commentOnMyDispute",
                "withdrawMyDispute",
                "withdrawMyPaymentAnnouncement",
                "createMyCalendarLink",
                "revokeMyCalendarLink",
                "saveMyContactPerson",
                "updateNotificationPreferences",
                "registerDevice",
                "unregisterDevice")) {
            var field = schema.getMutationType().getFieldDefinition(mutation);
            reach(field.getType(), reached);
            field.getArguments().forEach(argument -> reach(argument.getType(), reached));
        }

        assertThat(reached)
                .containsExactlyInAnyOrder(
                        "AgingBucket",
                        "AlertType",
                        "AnnounceMyPaymentInput",
                        "Boolean",
                        "CalendarLink",
                        "CommentOnMyDisputeInput",
                        "ConcessionKind",
                        "ConcessionStatus",
                        "ConcessionStepState",
                        "ConcessionStepSummary",
                        "ConcessionSummary",
                        "ConcessionSummaryConnection",
                        "Date",
                        "DateTime",
                        "Decimal",
                        "Device",
                        "DeviceKind",
                        "DevicePayload",
                        "DisputeReason",
                        "DisputeStatus",
                        "DisputeSummary",
                        "DisputeSummaryConnection",
                        "DisputeWord",
                        "DisputeWordConnection",
                        "ID",
                        "InstallmentSummary",
                        "InstallmentSummaryConnection",
                        "Int",
                        "Language",
                        "LetterAmount",
                        "LetterKind",
                        "LetterSummary",
                        "LetterSummaryConnection",
                        "MakeMyPromiseInput",
                        "Money",
                        "MoneyInput",
                        "MyContactPerson",
                        "MyContactPersonPayload",
                        "MyCredit",
                        "MyDisputePayload",
                        "MyPaymentAnnouncementPayload",
                        "MyPromisePayload",
                        "MySellThroughPayload",
                        "NewCalendarLinkPayload",
                        "NotificationChannel",
                        "NotificationChoice",
                        "NotificationChoiceInput",
                        "NotificationPreferences",
                        "NotificationPreferencesPayload",
                        "OpenMyDisputeInput",
                        "PageInfo",
                        "PartnerAccount",
                        "PartnerAlert",
                        "PartnerAlertConnection",
                        "PartnerAlertKind",
                        "PartnerBalance",
                        "PartnerProductSellThrough",
                        "PartnerSellThrough",
                        "PaymentAnnouncementStatus",
                        "PaymentAnnouncementSummary",
                        "PaymentAnnouncementSummaryConnection",
                        "PaymentMethod",
                        "PaymentStatus",
                        "PaymentSummary",
                        "PaymentSummaryConnection",
                        "PromiseStatus",
                        "PromiseSummary",
                        "PromiseSummaryConnection",
                        "ReceivableKind",
                        "ReceivableSummary",
                        "ReceivableSummaryConnection",
                        "RegisterDeviceInput",
                        "ReportMySellOutInput",
                        "RevokedCalendarLinkPayload",
                        "Role",
                        "SaveMyContactPersonInput",
                        "SellOutLineInput",
                        "StatementBalance",
                        "StatementDue",
                        "StatementLine",
                        "StatementLineConnection",
                        "StatementLineKind",
                        "StatementOfAccount",
                        "StatementOfCurrency",
                        "String",
                        "Tenant",
                        "Timing",
                        "UnregisterDeviceInput",
                        "UpdateNotificationPreferencesInput",
                        "User",
                        "UserError",
                        "Viewer",
                        "Weekday",
                        "WithdrawDisputeInput",
                        "WithdrawMyPromiseInput",
                        "WithdrawPaymentAnnouncementInput");
    }

    @Test
    void the_account_shows_these_fields_and_no_other() {
        assertThat(fieldsOf("PartnerAccount"))
                .containsExactlyInAnyOrder(
                        "code", "name", "balances", "openReceivables", "installments", "payments", "sellThrough");
        assertThat(fieldsOf("User")).containsExactlyInAnyOrder("id", "name", "email", "roles", "region", "active");
        assertThat(fieldsOf("Tenant"))
                .containsExactlyInAnyOrder("id", "code", "name", "timeZone", "baseCurrency", "businessDate");
    }

    private Stream<String> fieldsOf(String type) {
        return schema.getObjectType(type).getFieldDefinitions().stream().map(field -> field.getName());
    }

    /** Interfaces are not followed: a type that implements Node leads to no other node. */
    private static void reach(GraphQLType type, Set<String> reached) {
        GraphQLNamedType named = GraphQLTypeUtil.unwrapAllAs(type);
        if (!reached.add(named.getName())) {
            return;
        }
        if (named instanceof GraphQLObjectType object) {
            object.getFieldDefinitions().forEach(field -> {
                reach(field.getType(), reached);
                field.getArguments().forEach(argument -> reach(argument.getType(), reached));
            });
        } else if (named instanceof GraphQLInputObjectType input) {
            input.getFieldDefinitions().forEach(field -> reach(field.getType(), reached));
        } else {
            assertThat(named).isInstanceOfAny(GraphQLEnumType.class, graphql.schema.GraphQLScalarType.class);
        }
    }
}
