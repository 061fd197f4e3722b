package dev.caspian.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.caspian.client.CaspianClient;
import dev.caspian.client.ClientOptions;
import dev.caspian.codegen.name.ClientNames;
import dev.caspian.codegen.shape.ClientShape;
import dev.caspian.schema.Model;
import javax.lang.model.element.Modifier;
import javax.sql.DataSource;

/** Writes the client itself, which leads to the queries of each model. */
final class PrismaClientSource {

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
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("A client with options of its own.\n")
                .addParameter(ClientOptions.class, "options")
                .addStatement("super(options, $T.class)", name);
        for (Model model : shape.models()) {
            String variable = names.accessor(model);
            type.addField(names.client(model), variable, Modifier.PRIVATE, Modifier.FINAL);
            constructor.addStatement("this.$N = new $T(this)", variable, names.client(model));
        }
        type.addMethod(constructor.build()).addMethod(create(name));
        shape.models().forEach(model -> type.addMethod(accessor(model)));
        return type.build();
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

    private MethodSpec accessor(Model model) {
        return MethodSpec.methodBuilder(names.accessor(model))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The queries of the $L {@code $L}.\n", model.isView() ? "view" : "model", model.name())
                .returns(names.client(model))
                .addStatement("return $N", names.accessor(model))
                .build();
    }
}
