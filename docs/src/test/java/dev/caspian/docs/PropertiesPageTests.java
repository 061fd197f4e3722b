package dev.caspian.docs;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

/**
 * Holds the page of properties, and the metadata that it is made from, to what there is.
 *
 * <p>After an intended change {@code -Dcaspian.fixtures=update} writes the page anew.
 */
class PropertiesPageTests {

    private static final Path PAGE = Path.of("guide", "properties.md");

    private static final String INTRODUCTION = """
            # Properties

            These are the properties of the starter; an IDE completes and explains them. They can be set wherever Spring Boot's own can,
            and no application must set any. Where the database is, `spring.datasource` and `DATABASE_URL` say: see
            [Databases](databases.md).

            | Property | Default | Meaning |
            | --- | --- | --- |
            """;

    private record Value(String text, String description) {}

    private record Property(
            String name, String type, @Nullable Object defaultValue, String description, List<Value> values) {

        String row() {
            String label = values.isEmpty()
                    ? "`" + name + "`"
                    : "[`" + name + "`](#" + name.replace(".", "").toLowerCase(Locale.ROOT) + ")";
            String usual = defaultValue == null ? "" : "`" + defaultValue + "`";
            return "| " + label + " | " + usual + " | " + description + " |\n";
        }

        String section() {
            StringBuilder section = new StringBuilder("\n## " + name + "\n\n| Value | Meaning |\n| --- | --- |\n");
            values.forEach(value -> section.append("| `" + value.text + "` | " + value.description + " |\n"));
            return section.toString();
        }
    }

    private final List<Property> properties = properties();

    PropertiesPageTests() throws IOException {}

    /** Red when a property, a default, a description or a hint is changed, added or removed. */
    @Test
    void thePageIsMadeFromTheMetadata() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        properties.forEach(property -> page.append(property.row()));
        properties.stream()
                .filter(property -> !property.values().isEmpty())
                .forEach(property -> page.append(property.section()));
        if ("update".equals(System.getProperty("caspian.fixtures"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as(
                        "The properties were changed. To write the page anew: mvn -pl docs -am test"
                                + " -Dtest=PropertiesPageTests -Dsurefire.failIfNoSpecifiedTests=false -Dcaspian.fixtures=update")
                .content()
                .isEqualTo(page.toString());
    }

    @Test
    void everyPropertyIsDescribedInWholeSentences() {
        assertThat(properties).extracting(Property::name).contains("caspian.migrate.mode");
        assertThat(properties).allSatisfy(property -> {
            assertThat(property.description()).as(property.name()).matches("[A-Z].*[.]");
            assertThat(property.values())
                    .allSatisfy(value ->
                            assertThat(value.description()).as(property.name()).matches("[A-Z].*[.]"));
        });
    }

    /** Red when an enum gets a value that has no hint, as IDEs would then not explain it, and neither would the page. */
    @Test
    void everyValueThatAPropertyMayHaveIsExplained() {
        List<Property> choices =
                properties.stream().filter(property -> type(property).isEnum()).toList();
        assertThat(choices)
                .isNotEmpty()
                .allSatisfy(property -> assertThat(property.values())
                        .as(property.name())
                        .extracting(Value::text)
                        .containsExactlyElementsOf(Arrays.stream(type(property).getEnumConstants())
                                .map(constant -> ((Enum<?>) constant)
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'))
                                .toList()));
    }

    private static Class<?> type(Property property) {
        String name = property.type().replaceFirst("<.*", "");
        return ClassUtils.resolveClassName(name, null);
    }

    private static List<Property> properties() throws IOException {
        List<Property> properties = new ArrayList<>();
        for (URL file : Collections.list(PropertiesPageTests.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = file.openStream()) {
                Map<String, Object> metadata = JsonPath.parse(in).json();
                List<Map<String, Object>> hints = list(metadata, "hints");
                for (Map<String, Object> property : list(metadata, "properties")) {
                    if (text(property, "name").startsWith("caspian.")) {
                        properties.add(property(property, hints));
                    }
                }
            }
        }
        properties.sort(comparing(Property::name));
        return List.copyOf(properties);
    }

    private static Property property(Map<String, Object> property, List<Map<String, Object>> hints) {
        List<Value> values = hints.stream()
                .filter(hint -> text(hint, "name").equals(text(property, "name")))
                .flatMap(hint -> list(hint, "values").stream())
                .map(value -> new Value(text(value, "value"), text(value, "description")))
                .toList();
        return new Property(
                text(property, "name"),
                text(property, "type"),
                property.get("defaultValue"),
                text(property, "description"),
                values);
    }

    /** Empty for what is not there. */
    private static String text(Map<String, Object> object, String key) {
        return String.valueOf(object.getOrDefault(key, ""));
    }

    @SuppressWarnings("unchecked") // The format of the metadata.
    private static List<Map<String, Object>> list(Map<String, Object> object, String key) {
        return (List<Map<String, Object>>) object.getOrDefault(key, List.of());
    }
}
