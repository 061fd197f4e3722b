package dev.caspian.boot;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.caspian.ReflectionRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Clients are made, and records read, without reflection. */
class ReflectionTests {

    /** Two make proxies of `java.sql.Connection`; the third runs when an application is built. */
    private static final Set<String> PLACES = Set.of(
            "dev.caspian.boot.sqlite.LazyConnection",
            "dev.caspian.boot.postgresql.CommittingConnection",
            "dev.caspian.boot.json.JsonRuntimeHints");

    @Test
    void nobodyReflectsOnGeneratedClasses() {
        ReflectionRule.of(PLACES)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.caspian.boot"));
    }
}
