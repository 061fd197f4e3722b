package dev.caspian.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.boot.json.CaspianJacksonAutoConfiguration;
import dev.caspian.docs.guide.Post;
import dev.caspian.docs.guide.PrismaClient;
import dev.caspian.docs.guide.User;
import dev.caspian.query.Json;
import dev.caspian.record.Patch;
import dev.caspian.record.PrismaRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.ExecutableHint;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeHint;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

/** What a native image keeps for Jackson of an application that is processed ahead of time. Guard: `JsonRuntimeHints`. */
class NativeJsonTests {

    private static RuntimeHints hints;

    @ImportAutoConfiguration(CaspianJacksonAutoConfiguration.class)
    static class Application {}

    private static RuntimeHints process(ClassLoader classLoader) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.setClassLoader(classLoader);
            context.register(Application.class);
            DefaultGenerationContext generation = new DefaultGenerationContext(
                    new ClassNameGenerator(ClassName.get(Application.class)), new InMemoryGeneratedFiles());
            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
            return generation.getRuntimeHints();
        }
    }

    @BeforeAll
    static void process() {
        hints = process(NativeJsonTests.class.getClassLoader());
    }

    @ParameterizedTest
    @ValueSource(classes = {User.class, Post.class})
    void keepsOfAGeneratedRecordHowItIsMadeOfJsonAndNothingElse(Class<?> type) {
        TypeHint hint = hints.reflection().getTypeHint(type);
        assertThat(hint).isNotNull();
        assertThat(hint.methods()).extracting(ExecutableHint::getName).containsExactly("fromJson");
        assertThat(hint.constructors()).isEmpty();
        assertThat(hint.fields()).isEmpty();
        assertThat(hint.getMemberCategories()).isEmpty();
    }

    @Test
    void keepsNothingOfOtherGeneratedClasses() {
        String generated = PrismaClient.class.getPackageName() + ".";
        assertThat(hints.reflection().typeHints())
                .extracting(TypeHint::getType)
                .filteredOn(type -> type.getName().startsWith(generated))
                .extracting(TypeReference::getName)
                .allSatisfy(name -> assertThat(Class.forName(name)).isAssignableTo(PrismaRecord.class));
    }

    @Test
    void keepsHowRecordsPatchesAndDocumentsAreWritten() {
        assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(PrismaRecord.class, "toMap"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Patch.class, "record"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Json.class, "text"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection()
                        .onConstructorInvocation(Patch.class.getDeclaredConstructors()[0]))
                .accepts(hints);
    }

    /** Guard: the hints are imported by the configurations of the two Jacksons. */
    @Test
    void keepsNothingWithoutJackson() {
        RuntimeHints without = process(new FilteredClassLoader(
                "tools.jackson.databind.JacksonModule", "com.fasterxml.jackson.databind.Module"));
        assertThat(without.reflection().getTypeHint(User.class)).isNull();
        assertThat(without.reflection().getTypeHint(Patch.class)).isNull();
    }
}
