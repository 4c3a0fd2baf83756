package io.huikuan.letter;

import io.huikuan.kernel.text.Language;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** In which language a customer is written to from now on. */
@DefaultNonNull
@Input("SetLetterLanguageInput")
@Description("In which language a customer is written to from now on.")
public record SetLetterLanguage(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which customer.") String customerId,

        @Nullable @Description("In which language; null: in the tenant's.")
        Language language) {}
