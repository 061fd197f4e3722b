package dev.caspian.codegen.name;

import dev.caspian.schema.Field;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names of one model's fields and keys in Java. Immutable. */
public final class ModelNames {

    // Names of types that generated expressions begin with: a variable of that name would hide the type.
    private static final Set<String> QUALIFIERS = Set.of("List", "Unique", "BigDecimal");

    private final Map<String, String> accessors = new HashMap<>();
    private final Map<String, String> constants = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> stages = new HashMap<>();
    private final Map<Index, String> keys = new LinkedHashMap<>();

    /**
     * Names the parts of a model.
     *
     * @param typeNames the simple names of all generated classes
     * @param packageName the package of the generated classes
     * @param problems receives a warning for each field that is called otherwise than in the schema
     */
    ModelNames(Model model, Set<String> typeNames, String packageName, List<Problem> problems) {
        List<Field> fields = Visible.fields(model);
        nameAccessors(model, fields, problems);
        nameConstants(model, fields, problems);
        nameVariables(fields, typeNames, packageName);
        nameStages(model, typeNames);
        nameKeys(model, problems);
    }

    private void nameAccessors(Model model, List<Field> fields, List<Problem> problems) {
        Scope scope = new Scope(name -> Identifiers.isKeyword(name) || InheritedNames.OF_RECORDS.contains(name));
        // A field that may keep its name keeps it, wherever in the schema it stands.
        fields.stream().filter(field -> scope.isFree(field.name())).forEach(field -> {
            accessors.put(field.name(), scope.take(field.name()));
        });
        for (Field field : fields) {
            if (!accessors.containsKey(field.name())) {
                String name = scope.take(field.name());
                accessors.put(field.name(), name);
                String element = model.name() + "." + field.name();
                problems.add(GenerationRule.RENAMED_FIELD.about(element, element, name, field.name()));
            }
        }
    }

    private void nameConstants(Model model, List<Field> fields, List<Problem> problems) {
        Scope scope = new Scope(Identifiers::isKeyword);
        for (Field field : fields) {
            String wanted = Identifiers.upperSnake(field.name());
            String name = scope.take(wanted);
            constants.put(field.name(), name);
            if (!name.equals(wanted)) {
                String element = model.name() + "." + field.name();
                problems.add(GenerationRule.RENAMED_CONSTANT.about(element, element, name, wanted));
            }
        }
    }

    private void nameVariables(List<Field> fields, Set<String> typeNames, String packageName) {
        Set<String> hidden = new HashSet<>(typeNames);
        hidden.addAll(QUALIFIERS);
        hidden.addAll(constants.values());
        Scope scope = new Scope(name ->
                Identifiers.isRefusedAsType(name) || Identifiers.isPackage(name, packageName) || hidden.contains(name));
        fields.stream().filter(field -> scope.isFree(field.name())).forEach(field -> {
            variables.put(field.name(), scope.take(field.name()));
        });
        fields.forEach(field -> variables.computeIfAbsent(field.name(), scope::take));
    }

    private void nameStages(Model model, Set<String> typeNames) {
        Set<String> hidden = new HashSet<>();
        typeNames.forEach(name -> hidden.add(name.toLowerCase(Locale.ROOT)));
        // Fields that the client does not have are named too: a builder that cannot go on says what for.
        for (Field field : model.fields()) {
            String stage = "Needs" + Identifiers.capitalised(field.name());
            // Class files of nested types may meet on a file system that disregards case.
            while (!hidden.add(stage.toLowerCase(Locale.ROOT))) {
                stage = stage + "_";
            }
            stages.put(field.name(), stage);
        }
    }

    private void nameKeys(Model model, List<Problem> problems) {
        Scope scope = new Scope(name -> Identifiers.isKeyword(name) || InheritedNames.OF_KEYS.contains(name));
        Set<List<Object>> seen = new HashSet<>();
        for (Index key : Visible.compoundKeys(model)) {
            // @@id([a, b]) and @@unique([a, b]) select the same record.
            if (seen.add(List.of(key.selectorName(), key.fields()))) {
                String wanted = Identifiers.camel(key.selectorName());
                String name = scope.take(wanted);
                keys.put(key, name);
                if (!name.equals(wanted)) {
                    problems.add(GenerationRule.RENAMED_KEY.about(
                            model.name(), key.selectorName(), model.name(), name, wanted));
                }
            }
        }
    }

    /** The method that reads the field, and the one that sets it in a builder. */
    public String accessor(Field field) {
        return named(accessors, field);
    }

    /** The constant: {@code CREATED_AT}. */
    public String constant(Field field) {
        return named(constants, field);
    }

    /** The private field or the parameter that holds a value of the field. */
    public String variable(Field field) {
        return named(variables, field);
    }

    /** The builder stage that asks for the field: {@code NeedsTitle}. */
    public String stage(Field field) {
        return named(stages, field);
    }

    /** The selectors of compound keys, with their names, in the order of the schema. */
    public Map<Index, String> keys() {
        return keys;
    }

    /** The method that sets several fields at once: {@code orgIdUserId}. */
    public String together(List<ScalarField> fields) {
        String name = Identifiers.camel(
                String.join("_", fields.stream().map(ScalarField::name).toList()));
        return Identifiers.isKeyword(name) ? name + "_" : name;
    }

    /** A name for a parameter beside the fields' variables: the wanted one, if no variable has it. */
    public String parameter(String wanted) {
        String name = wanted;
        while (variables.containsValue(name)) {
            name = name + "_";
        }
        return name;
    }

    private static String named(Map<String, String> names, Field field) {
        String name = names.get(field.name());
        if (name == null) {
            throw new IllegalStateException("The field `" + field.name() + "` is not part of the client.");
        }
        return name;
    }
}
