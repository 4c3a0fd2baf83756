package io.huikuan.imports;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** Something that was wrong in a file. */
@DefaultNonNull
@Description("Something that was wrong in a file.")
public record ImportError(
        @Description("The row as a spreadsheet shows it: the header is row 1; 0 where the whole file is meant.")
        int row,

        @Nullable
        @Description("The canonical column, or one of the file where none is meant; null where the whole row is.")
        String column,

        @Description("A stable code, for example NOT_FOUND or CHANGED.")
        String code,

        @Description("What is wrong, in words for a person.")
        String message) {}
