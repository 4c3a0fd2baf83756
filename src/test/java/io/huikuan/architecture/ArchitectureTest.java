package io.huikuan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which capability may use which, and what each part of one may touch. */
class ArchitectureTest {

    private static final String ROOT = "io.huikuan.";

    /** The whole graph. The kernel is open to all; platform wires everything and is used by none. */
    private static final Map<String, Set<String>> USES = Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("tenant", Set.of()),
            Map.entry("customer", Set.of("tenant")),
            Map.entry("ledger", Set.of("customer", "tenant")),
            Map.entry("plan", Set.of("customer", "ledger", "tenant")),
            Map.entry("promise", Set.of("customer", "ledger", "plan", "tenant")),
            Map.entry("dispute", Set.of("attachment", "customer", "ledger", "tenant")),
            Map.entry("payment", Set.of("customer", "ledger", "tenant")),
            Map.entry("concession", Set.of("customer", "tenant")),
            Map.entry("debtorclass", Set.of("customer", "promise", "tenant")),
            Map.entry("contact", Set.of("audit", "customer", "ledger", "tenant")),
            Map.entry("audit", Set.of("tenant")),
            Map.entry("attachment", Set.of("contact", "customer", "tenant")),
            Map.entry("sellthrough", Set.of("customer", "tenant")),
            Map.entry("analytics", Set.of("customer", "tenant")),
            Map.entry("announcement", Set.of("customer", "ledger", "payment", "tenant")),
            Map.entry("contract", Set.of("customer", "payment", "tenant")),
            Map.entry("credit", Set.of("customer", "ledger", "tenant")),
            Map.entry("payprocess", Set.of("customer", "ledger", "tenant")),
            Map.entry("statement", Set.of("analytics", "customer", "tenant")),
            Map.entry(
                    "alert",
                    Set.of("concession", "customer", "dispute", "ledger", "plan", "promise", "sellthrough", "tenant")),
            Map.entry("notification", Set.of("alert", "tenant")),
            Map.entry(
                    "letter",
                    Set.of(
                            "analytics",
                            "contact",
                            "customer",
                            "dispute",
                            "ledger",
                            "notification",
                            "promise",
                            "statement",
                            "tenant")),
            Map.entry(
                    "strategy",
                    Set.of("contact", "customer", "debtorclass", "dispute", "ledger", "letter", "promise", "tenant")),
            Map.entry("job", Set.of("alert", "debtorclass", "plan", "promise", "strategy", "tenant")),
            Map.entry(
                    "escalation",
                    Set.of(
                            "alert",
                            "contact",
                            "credit",
                            "customer",
                            "debtorclass",
                            "ledger",
                            "letter",
                            "statement",
                            "tenant")),
            Map.entry("phone", Set.of("alert", "announcement", "contact", "customer", "sellthrough", "tenant")),
            Map.entry("imports", Set.of("customer", "ledger", "payment", "sellthrough", "tenant")),
            Map.entry(
                    "partner",
                    Set.of(
                            "alert",
                            "analytics",
                            "announcement",
                            "concession",
                            "customer",
                            "dispute",
                            "ledger",
                            "letter",
                            "notification",
                            "payment",
                            "plan",
                            "promise",
                            "sellthrough",
                            "tenant")));

    private static JavaClasses ours;

    @BeforeAll
    static void read_the_program() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.huikuan");
    }

    @Test
    void capabilities_use_only_those_below_them() {
        Set<String> allowed = USES.entrySet().stream()
                .flatMap(uses -> uses.getValue().stream().map(used -> uses.getKey() + " → " + used))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(edges()).isEqualTo(allowed);
    }

    private static Set<String> edges() {
        Set<String> edges = new TreeSet<>();
        for (JavaClass type : ours) {
            String from = capability(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String to = capability(dependency.getTargetClass().getBaseComponentType());
                if (!to.isEmpty() && !from.equals(to) && !to.equals("kernel") && !from.equals("platform")) {
                    edges.add(from + " → " + to);
                }
            }
        }
        return edges;
    }

    /** The first part of the package below ours; empty for what is not ours. */
    private static String capability(JavaClass type) {
        String name = type.getPackageName() + ".";
        return name.startsWith(ROOT) && name.length() > ROOT.length()
                ? name.substring(ROOT.length(), name.indexOf('.', ROOT.length()))
                : "";
    }

    @Test
    void what_is_stored_stays_within_its_capability() {
        for (String capability : USES.keySet()) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + capability + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + capability + ".data..")
                    .check(ours);
        }
    }

    @Test
    void the_api_never_touches_what_is_stored() {
        noClasses()
                .that()
                .resideInAPackage("io.huikuan.(*).api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.huikuan.(*).data..")
                .check(ours);
    }

    @Test
    void the_domain_is_plain_java() {
        noClasses()
                .that()
                .resideInAPackage("io.huikuan.(*).domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "org.hibernate..", "java.sql..", "io.vertx..")
                .check(ours);
    }

    @Test
    void only_the_injected_clock_tells_the_time() {
        Set<String> clocks = Set.of(
                Instant.class.getName(),
                LocalDate.class.getName(),
                LocalDateTime.class.getName(),
                OffsetDateTime.class.getName(),
                ZonedDateTime.class.getName());
        classes()
                .that()
                .resideInAPackage("io.huikuan..")
                .should()
                .onlyCallMethodsThat(DescribedPredicate.describe(
                        "do not read the system's clock by themselves",
                        method -> !(clocks.contains(method.getOwner().getName())
                                && method.getName().equals("now")
                                && method.getRawParameterTypes().isEmpty())))
                .check(ours);
    }

    @Test
    void everything_is_injected_through_constructors() {
        fields().should().notBeAnnotatedWith(Inject.class).check(ours);
    }
}
