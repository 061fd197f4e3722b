package dev.caspian;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the packages of the core to the layers that docs/architecture.md draws. */
class ArchitectureTests {

    private static final String ROOT = "dev.caspian.";

    private static final List<Set<String>> LAYERS = List.of(
            Set.of("error", "diagnostic", "provider", "sql", "identifier", "record", "query"),
            Set.of("psl.ast", "schema", "database", "sql.dialect", "jdbc"),
            Set.of(
                    "psl.parse",
                    "psl.analyse",
                    "psl.rule",
                    "psl.format",
                    "schema.store",
                    "sql.render",
                    "plan",
                    "migrate.diff",
                    "migrate.history"),
            Set.of("psl", "migrate.desired", "migrate.ddl", "migrate.pull", "introspect", "execute"),
            Set.of("client", "migrate"));

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.caspian");

    private static final Map<String, Integer> LAYER_OF = layerOf();

    private static Map<String, Integer> layerOf() {
        Map<String, Integer> layerOf = new HashMap<>();
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            for (String name : LAYERS.get(layer)) {
                layerOf.put(ROOT + name, layer);
            }
        }
        return layerOf;
    }

    @Test
    void everyPackageHasALayer() {
        Set<String> packages = CORE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(LAYER_OF.keySet()).containsAll(packages);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.caspian.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void importsPointDownwards() {
        classes().should(importOnlyTheirOwnLayerAndThoseBelow()).check(CORE);
    }

    private static ArchCondition<JavaClass> importOnlyTheirOwnLayerAndThoseBelow() {
        return new ArchCondition<>("import only their own layer and those below") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                int own = Objects.requireNonNull(LAYER_OF.get(item.getPackageName()), item.getPackageName());
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    Integer other = LAYER_OF.get(dependency.getTargetClass().getPackageName());
                    if (other != null && other > own) {
                        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                    }
                }
            }
        };
    }

    @Test
    void migrationsAndQueriesDoNotKnowEachOther() {
        String[] migrations = {ROOT + "database..", ROOT + "migrate..", ROOT + "introspect.."};
        String[] queries = {ROOT + "query..", ROOT + "plan..", ROOT + "execute..", ROOT + "client..", ROOT + "record.."
        };
        noClasses()
                .that()
                .resideInAnyPackage(migrations)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(queries)
                .allowEmptyShould(true)
                .check(CORE);
        noClasses()
                .that()
                .resideInAnyPackage(queries)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(migrations)
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void onlyFourPackagesKnowWhichDatabaseItIs() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + "provider", ROOT + "sql.dialect", ROOT + "migrate.ddl", ROOT + "introspect")
                .should()
                .accessField("dev.caspian.provider.Provider", "SQLITE")
                .orShould()
                .accessField("dev.caspian.provider.Provider", "POSTGRESQL")
                .orShould()
                .accessField("dev.caspian.provider.Provider", "MYSQL")
                .orShould()
                .accessField("dev.caspian.provider.Provider", "COCKROACHDB")
                .check(CORE);
    }

    @Test
    void onlyFourPackagesUseJdbcItself() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "jdbc", ROOT + "execute", ROOT + "introspect", ROOT + "migrate.history")
                .should()
                .dependOnClassesThat(describe(
                        "are in java.sql", type -> type.getPackageName().equals("java.sql")))
                .check(CORE);
    }

    @Test
    void nobodyReflects() {
        ReflectionRule.of(Set.of()).check(CORE);
    }
}
