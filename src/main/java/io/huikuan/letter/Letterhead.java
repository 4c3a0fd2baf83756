package io.huikuan.letter;

import io.huikuan.kernel.text.Language;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** Who writes, and where to pay, as letters of one language show it. */
@DefaultNonNull
@Description("Who writes, and where to pay, as letters of one language show it.")
public record Letterhead(
        @Description("Of letters in which language.") Language language,

        @Description("The version to give back when changing it; 0 while nobody has set one.")
        int version,

        @Description("The supplier's name; the tenant's until somebody sets one.")
        String name,

        @Nullable @Description("Its address, in lines.") String address,
        @Nullable @Description("Its telephone number.") String phone,
        @Nullable @Description("Its e-mail address.") String email,

        @Nullable @Description("Where to pay, in lines: bank, account, name.")
        String bankAccount,

        @Nullable @Description("Who signs, in lines; null: the name does.")
        String signature) {}
