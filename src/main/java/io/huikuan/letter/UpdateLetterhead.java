package io.huikuan.letter;

import io.huikuan.kernel.text.Language;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Who writes, and where to pay, on letters of one language from now on; all fields are replaced. */
@DefaultNonNull
@Input("UpdateLetterheadInput")
@Description("Who writes, and where to pay, on letters of one language from now on; all fields are replaced.")
public record UpdateLetterhead(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Description("Of letters in which language.") Language language,

        @Description("The version that was read; another one is STALE.")
        int version,

        @Description("The supplier's name, at most 200 characters.")
        String name,

        @Nullable @Description("Its address, in lines.") String address,
        @Nullable @Description("Its telephone number.") String phone,
        @Nullable @Description("Its e-mail address.") String email,

        @Nullable @Description("Where to pay, in lines: bank, account, name.")
        String bankAccount,

        @Nullable @Description("Who signs, in lines; null: the name does.")
        String signature) {}
