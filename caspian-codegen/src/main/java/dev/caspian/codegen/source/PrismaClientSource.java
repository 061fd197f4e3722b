package dev.caspian.codegen.source;

import static dev.caspian.codegen.source.Types.nullable;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.caspian.client.CaspianClient;
import dev.caspian.client.ClientFactory;
import dev.caspian.client.ClientOptions;
import dev.caspian.codegen.name.ClientNames;
import dev.caspian.codegen.shape.ClientShape;
import dev.caspian.record.RecordType;
import dev.caspian.schema.Model;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.sql.DataSource;

/** Writes the client itself, which leads to the queries of each model. */
final class PrismaClientSource {

    /** A method has at most 64 KiB of bytecode, of which a case takes some 40 bytes. */
    private static final int CASES = 1_000;

    private static final TypeName ANY_RECORD_TYPE =
            ParameterizedTypeName.get(ClassName.get(RecordType.class), WildcardTypeName.subtypeOf(Object.class));

    private final ClientShape shape;
    private final ClientNames names;

    PrismaClientSource(ClientShape shape) {
        this.shape = shape;
        names = shape.names();
    }

    TypeSpec type() {
        ClassName name = names.prismaClient();
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(CaspianClient.class)
                .addJavadoc(
                        "The database of {@code schema.prisma}. One client serves the whole application. Thread-safe.\n");
        for (Model model : shape.models()) {
            type.addField(nullable(names.client(model)), names.accessor(model), Modifier.PRIVATE);
        }
        type.addMethod(constructor(name)).addMethod(create(name));
        shape.models().forEach(model -> type.addMethod(accessor(model)));
        return recordTypes(type).addType(factory(name)).build();
    }

    private static MethodSpec constructor(ClassName name) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("A client with options of its own.\n")
                .addParameter(ClientOptions.class, "options")
                .addStatement("super(options, $T.class)", name)
                .build();
    }

    private static MethodSpec create(ClassName name) {
        return MethodSpec.methodBuilder("create")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(
                        "A client of this database, with transactions of its own; Spring Boot makes one by itself.\n")
                .addParameter(DataSource.class, "dataSource")
                .returns(name)
                .addStatement("return new $T($T.of(dataSource))", name, ClientOptions.class)
                .build();
    }

    /** The queries of a model, made when they are first asked for: to load the classes of all models takes long. */
    private MethodSpec accessor(Model model) {
        ClassName client = names.client(model);
        String name = names.accessor(model);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The queries of the $L {@code $L}.\n", model.isView() ? "view" : "model", model.name())
                .returns(client)
                .addStatement("$T $N = this.$N", client, name, name)
                .beginControlFlow("if ($N == null)", name)
                .addStatement("$N = new $T(this)", name, client)
                .addStatement("this.$N = $N", name, name)
                .endControlFlow()
                .addStatement("return $N", name)
                .build();
    }

    /** Finds the types of records by the names of their models, in as many methods as keep each below Java's limit. */
    private TypeSpec.Builder recordTypes(TypeSpec.Builder type) {
        List<Model> models = shape.models();
        int methods = Math.max(1, (models.size() + CASES - 1) / CASES);
        for (int i = 0; i < methods; i++) {
            MethodSpec.Builder method = i == 0
                    ? MethodSpec.methodBuilder("recordType")
                            .addAnnotation(Override.class)
                            .addModifiers(Modifier.PROTECTED)
                    : MethodSpec.methodBuilder("recordType" + i).addModifiers(Modifier.PRIVATE);
            method.addParameter(String.class, "model").returns(ANY_RECORD_TYPE).addCode("return switch (model) {$>\n");
            for (Model model : models.subList(i * CASES, Math.min((i + 1) * CASES, models.size()))) {
                method.addStatement("case $S -> $T.TYPE", model.name(), names.client(model));
            }
            method.addStatement(
                    i + 1 < methods
                            ? "default -> recordType" + (i + 1) + "(model)"
                            : "default -> throw withoutModel(model)");
            type.addMethod(method.addCode("$<};\n").build());
        }
        return type;
    }

    /** What makes the client for those who know its class only when they run, and cannot call its constructor. */
    private TypeSpec factory(ClassName name) {
        return TypeSpec.classBuilder(names.factory())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(ClassName.get(ClientFactory.class), name))
                .addJavadoc("Makes the client for Spring Boot, which finds it in {@code META-INF/services}.\n")
                .addMethod(MethodSpec.methodBuilder("type")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(ParameterizedTypeName.get(ClassName.get(Class.class), name))
                        .addStatement("return $T.class", name)
                        .build())
                .addMethod(MethodSpec.methodBuilder("create")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(ClientOptions.class, "options")
                        .returns(name)
                        .addStatement("return new $T(options)", name)
                        .build())
                .build();
    }
}
