package io.huikuan.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import io.huikuan.kernel.hash.Sha256;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The documents that the apps send as manifests in the format of Apollo's tools. */
final class Manifest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FIELD_WITH_ARGUMENTS = Pattern.compile("( *)((?:\\w+: )?\\w+)\\((.+)\\)([^)]*)");
    private static final int LONGEST_LINE = 80;

    private Manifest() {}

    /** The documents as they are. */
    static String plain() {
        return of(UnaryOperator.identity());
    }

    /** The documents as Apollo's clients make them: each object says what it is, so that they can keep it in their cache. */
    static String ofApollo() {
        return of(Manifest::saying);
    }

    private static String of(UnaryOperator<String> form) {
        List<Map<String, String>> operations = AppsAtWork.documents().stream()
                .map(name -> operation(form.apply(AppsAtWork.text(name))))
                .toList();
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", "apollo-persisted-query-manifest");
        manifest.put("version", 1);
        manifest.put("operations", operations);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> operation(String text) {
        OperationDefinition operation = Parser.parse(text)
                .getFirstDefinitionOfType(OperationDefinition.class)
                .orElseThrow();
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("id", Sha256.of(text));
        entry.put("name", operation.getName());
        entry.put("type", operation.getOperation().name().toLowerCase(Locale.ROOT));
        entry.put("body", text);
        return entry;
    }

    private static String saying(String text) {
        Document document = (Document) new AstTransformer().transform(Parser.parse(text), new NodeVisitorStub() {
            @Override
            @SuppressWarnings("rawtypes")
            public TraversalControl visitSelectionSet(SelectionSet set, TraverserContext<Node> context) {
                return context.getParentNode() instanceof OperationDefinition || says(set)
                        ? TraversalControl.CONTINUE
                        : TreeTransformerUtil.changeNode(
                                context, set.transform(changed -> changed.selection(new Field("__typename"))));
            }
        });
        return AstPrinter.printAst(document)
                .stripTrailing()
                .replaceAll("(\\w) : ", "$1: ")
                .lines()
                .map(Manifest::broken)
                .collect(Collectors.joining("\n"));
    }

    /** The line, broken as graphql-js breaks it where it gets long: then its text, and the hash of it, are those that the clients find by themselves. */
    private static String broken(String line) {
        Matcher field = FIELD_WITH_ARGUMENTS.matcher(line);
        if (!field.matches()
                || line.length() - field.group(1).length() - field.group(4).length() <= LONGEST_LINE) {
            return line;
        }
        String indent = field.group(1);
        return indent + field.group(2) + "(\n"
                + Arrays.stream(field.group(3).split(", (?=\\w+: )", -1))
                        .map(argument -> indent + "  " + argument + "\n")
                        .collect(Collectors.joining())
                + indent + ")" + field.group(4);
    }

    private static boolean says(SelectionSet set) {
        return set.getSelectionsOfType(Field.class).stream()
                .anyMatch(field -> field.getName().equals("__typename"));
    }
}
