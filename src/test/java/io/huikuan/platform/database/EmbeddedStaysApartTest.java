package io.huikuan.platform.database;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A native executable is built without the libraries of the embedded server, so nothing that gets into it may name them. */
class EmbeddedStaysApartTest {

    private static final String EMBEDDED = "io.huikuan.platform.database.embedded..";

    @Test
    void nothing_else_names_the_embedded_server_or_what_only_it_uses() {
        noClasses()
                .that()
                .resideOutsideOfPackage(EMBEDDED)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EMBEDDED, "org.apache.commons..", "org.tukaani..", "io.zonky..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.huikuan"));
    }
}
