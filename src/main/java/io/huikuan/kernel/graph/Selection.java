package io.huikuan.kernel.graph;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * What the client asked for below the field that is being resolved, root or nested. It reads the document and nothing more: what a directive skips, or
 * a fragment on another type holds, counts as asked for.
 */
@ApplicationScoped
public class Selection {

    /** Whether the field's {@code totalCount} is asked for. */
    public boolean counted() {
        return has("totalCount");
    }

    /** Whether the path, for example {@code pageInfo/endCursor}, is asked for. */
    public boolean has(String path) {
        DataFetchingEnvironment here = FieldAtWork.now();
        List<String> names = List.of(path.split("/"));
        return here.getMergedField().getFields().stream()
                .anyMatch(field -> has(field.getSelectionSet(), names, here.getFragmentsByName()));
    }

    private static boolean has(SelectionSet selected, List<String> path, Map<String, FragmentDefinition> fragments) {
        return path.isEmpty()
                || (selected != null
                        && selected.getSelections().stream().anyMatch(selection -> {
                            if (selection instanceof Field field) {
                                return field.getName().equals(path.get(0))
                                        && has(field.getSelectionSet(), path.subList(1, path.size()), fragments);
                            }
                            if (selection instanceof InlineFragment inline) {
                                return has(inline.getSelectionSet(), path, fragments);
                            }
                            FragmentSpread spread = (FragmentSpread) selection;
                            return has(fragments.get(spread.getName()).getSelectionSet(), path, fragments);
                        }));
    }
}
