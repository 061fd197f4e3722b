package dev.caspian.codegen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class CodegenArchitectureTests {

    private static final String ROOT = "dev.caspian.codegen";

    private static final JavaClasses CODEGEN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.caspian.codegen.(**)").should().beFreeOfCycles().check(CODEGEN);
    }

    @Test
    void theGeneratorKnowsNothingOfFilesAndTools() {
        String[] generator = {ROOT, ROOT + ".name", ROOT + ".shape", ROOT + ".source", ROOT + ".diagram"};
        String[] around = {ROOT + ".write", ROOT + ".project", ROOT + ".migrate", ROOT + ".maven", ROOT + ".cli"};
        noClasses()
                .that()
                .resideInAnyPackage(generator)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(around)
                .check(CODEGEN);
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".name", ROOT + ".shape", ROOT + ".source", ROOT + ".diagram")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(CODEGEN);
    }

    @Test
    void onlyTheGoalsKnowMavenAndOnlyTheCommandsKnowPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".maven")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.maven..")
                .check(CODEGEN);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CODEGEN);
    }
}
