package io.huikuan.platform.graphql;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.OneOf;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.junit.jupiter.api.Test;

/** Forms of the extension that look right and are not. */
class ApiRulesTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.huikuan");

    private static final DescribedPredicate<JavaMethod> ROOT_FIELDS = describe(
            "root fields", method -> method.isAnnotatedWith(Query.class) || method.isAnnotatedWith(Mutation.class));

    private static final DescribedPredicate<JavaMethod> SUBSCRIPTIONS =
            describe("subscriptions", method -> method.isAnnotatedWith(Subscription.class));

    private static final DescribedPredicate<JavaMethod> NESTED_FIELDS = describe(
            "nested fields",
            method -> method.getParameters().stream().anyMatch(parameter -> parameter.isAnnotatedWith(Source.class)));

    @Test
    void every_root_field_runs_on_a_virtual_thread() {
        // without it the extension does one after the other on each event loop
        methods()
                .that(ROOT_FIELDS)
                .should(beAnnotated(RunOnVirtualThread.class))
                .check(MAIN);
    }

    @Test
    void every_root_field_and_subscription_names_its_roles() {
        methods()
                .that(ROOT_FIELDS.or(SUBSCRIPTIONS))
                .should(be(describe("named its roles", ApiRulesTest::namesRoles)))
                .check(MAIN);
    }

    @Test
    void every_root_field_is_described() {
        methods()
                .that(ROOT_FIELDS.or(SUBSCRIPTIONS))
                .should(beAnnotated(Description.class))
                .check(MAIN);
    }

    @Test
    void no_nested_field_takes_its_sources_as_a_list() {
        // the extension would give the arguments of the first alias to all, and mix up their data
        noMethods()
                .that(NESTED_FIELDS)
                .should(be(describe("batches of the extension", ApiRulesTest::takesList)))
                .check(MAIN);
    }

    @Test
    void every_nested_field_goes_through_a_loader_or_needs_no_database() {
        // one that blocks would be done one at a time, and off the level that its batch belongs to
        methods()
                .that(NESTED_FIELDS)
                .should(be(describe(
                        "asynchronous or marked as non-blocking",
                        method -> method.getRawReturnType().isEquivalentTo(CompletionStage.class)
                                || method.isAnnotatedWith(NonBlocking.class))))
                .check(MAIN);
    }

    @Test
    void no_input_is_one_of_several() {
        // a literal that violates it is an HTTP 500
        noClasses().should().beAnnotatedWith(OneOf.class).check(MAIN);
    }

    @Test
    void subscriptions_are_streams() {
        methods()
                .that(SUBSCRIPTIONS)
                .should()
                .haveRawReturnType(Multi.class)
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void the_rules_see_the_api() {
        assertThat(MAIN.stream().flatMap(type -> type.getMethods().stream()).filter(ROOT_FIELDS))
                .isNotEmpty();
    }

    private static com.tngtech.archunit.lang.ArchCondition<JavaMethod> beAnnotated(
            Class<? extends java.lang.annotation.Annotation> type) {
        return be(describe("annotated with " + type.getSimpleName(), method -> method.isAnnotatedWith(type)));
    }

    private static boolean namesRoles(JavaMethod method) {
        return method.isAnnotatedWith(RolesAllowed.class) || method.getOwner().isAnnotatedWith(RolesAllowed.class);
    }

    private static boolean takesList(JavaMethod method) {
        return method.getParameters().stream()
                .filter(parameter -> parameter.isAnnotatedWith(Source.class))
                .anyMatch(parameter -> parameter.getRawType().isAssignableTo(Collection.class)
                        || parameter.getRawType().isEquivalentTo(List.class));
    }
}
