package dev.caspian.codegen.name;

import com.palantir.javapoet.ClassName;
import dev.caspian.provider.Capability;
import dev.caspian.provider.ProviderTraits;
import dev.caspian.schema.EnumType;
import dev.caspian.schema.Model;
import dev.caspian.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names of everything that is generated from a schema. Immutable. */
public final class ClientNames {

    private final String packageName;
    private final Set<String> typeNames = new LinkedHashSet<>();
    private final Map<String, String> simpleNames = new HashMap<>();
    private final Map<String, String> accessors = new HashMap<>();
    private final Map<String, ModelNames> fields = new HashMap<>();
    private final Map<String, Map<String, String>> enumConstants = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Names the parts of a schema. */
    public ClientNames(Schema schema, String packageName) {
        this.packageName = packageName;
        schema.datasource()
                .filter(datasource -> !ProviderTraits.of(datasource.provider()).can(Capability.QUERIES))
                .ifPresent(datasource -> problems.add(GenerationRule.NO_QUERIES.about(
                        "datasource " + datasource.name(), datasource.provider().prismaName())));
        nameTypes(schema);
        nameAccessors(schema);
        for (Model model : Visible.models(schema)) {
            if (!model.isView() && model.uniqueKeys().isEmpty()) {
                problems.add(GenerationRule.NO_KEY.about(model.name(), model.name()));
            }
            fields.put(model.name(), new ModelNames(model, typeNames, packageName, problems));
        }
        schema.enums().forEach(this::nameConstants);
    }

    private void nameTypes(Schema schema) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        claim(claims, "", "the client itself", List.of("PrismaClient"));
        for (Model model : Visible.models(schema)) {
            String name = simpleName(model.name());
            List<String> classes = model.isView()
                    ? List.of(name, name + "Client")
                    : List.of(name, name + "Client", name + "Create", name + "Draft");
            claim(claims, model.name(), (model.isView() ? "the view `" : "the model `") + model.name() + "`", classes);
        }
        for (EnumType type : schema.enums()) {
            claim(claims, type.name(), "the enum `" + type.name() + "`", List.of(simpleName(type.name())));
        }
    }

    /** Who has a class. */
    private record Claim(String owner, String className) {}

    private void claim(Map<String, Claim> claims, String element, String owner, List<String> classes) {
        typeNames.addAll(classes);
        boolean isReported = false;
        for (String name : classes) {
            // Class files meet on a file system that disregards case.
            Claim other = claims.putIfAbsent(name.toLowerCase(Locale.ROOT), new Claim(owner, name));
            if (other != null && !isReported) {
                GenerationRule rule =
                        other.className().equals(name) ? GenerationRule.CLASS_COLLISION : GenerationRule.CASE_COLLISION;
                problems.add(rule.about(element, name, owner, other.className(), other.owner()));
                isReported = true;
            }
        }
    }

    private String simpleName(String name) {
        boolean isRefused = Identifiers.isRefusedAsType(name) || Identifiers.isPackage(name, packageName);
        String simple = isRefused ? name + "_" : name;
        if (simpleNames.put(name, simple) == null && !simple.equals(name)) {
            problems.add(GenerationRule.RENAMED_CLASS.about(name, name, simple));
        }
        return simple;
    }

    private void nameAccessors(Schema schema) {
        Scope scope = new Scope(name -> Identifiers.isKeyword(name) || InheritedNames.OF_CLIENTS.contains(name));
        for (Model model : Visible.models(schema)) {
            String wanted = Identifiers.decapitalised(model.name());
            String name = scope.take(wanted);
            accessors.put(model.name(), name);
            if (!name.equals(wanted)) {
                problems.add(GenerationRule.RENAMED_QUERIES.about(model.name(), model.name(), name, wanted));
            }
        }
    }

    private void nameConstants(EnumType type) {
        Scope scope = new Scope(Identifiers::isKeyword);
        Map<String, String> constants = new LinkedHashMap<>();
        type.values().stream().map(EnumType.Value::name).filter(scope::isFree).forEach(value -> {
            constants.put(value, scope.take(value));
        });
        for (EnumType.Value value : type.values()) {
            if (!constants.containsKey(value.name())) {
                String name = scope.take(value.name());
                constants.put(value.name(), name);
                String element = type.name() + "." + value.name();
                problems.add(GenerationRule.RENAMED_VALUE.about(element, element, name, value.name()));
            }
        }
        enumConstants.put(type.name(), constants);
    }

    /** What cannot be generated, or not under its own name, in the order of the schema. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The simple names of all generated classes. */
    public Set<String> typeNames() {
        return typeNames;
    }

    public String packageName() {
        return packageName;
    }

    /** The record class: {@code User}. */
    public ClassName model(Model model) {
        return type(model, "");
    }

    /** The builder that an application sees: {@code UserCreate}. */
    public ClassName create(Model model) {
        return type(model, "Create");
    }

    /** The builder behind it: {@code UserDraft}. */
    public ClassName draft(Model model) {
        return type(model, "Draft");
    }

    /** The queries: {@code UserClient}. */
    public ClassName client(Model model) {
        return type(model, "Client");
    }

    private ClassName type(Model model, String suffix) {
        return ClassName.get(packageName, simpleNames.get(model.name()) + suffix);
    }

    public ClassName enumType(EnumType type) {
        return ClassName.get(packageName, simpleNames.get(type.name()));
    }

    /** The constant of an enum's value. */
    public String constant(EnumType type, EnumType.Value value) {
        return known(known(enumConstants, type.name()), value.name());
    }

    public ClassName prismaClient() {
        return ClassName.get(packageName, "PrismaClient");
    }

    /** What makes the client: a nested class, so that it takes no name that a model may have. */
    public ClassName factory() {
        return prismaClient().nestedClass("Factory");
    }

    /** The method of the client that leads to a model's queries: {@code user}. */
    public String accessor(Model model) {
        return known(accessors, model.name());
    }

    public ModelNames of(Model model) {
        return known(fields, model.name());
    }

    private static <T> T known(Map<String, T> names, String name) {
        T known = names.get(name);
        if (known == null) {
            throw new IllegalStateException("`" + name + "` is not part of the client.");
        }
        return known;
    }
}
