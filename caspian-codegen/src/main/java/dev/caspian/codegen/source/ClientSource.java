package dev.caspian.codegen.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.caspian.client.CaspianClient;
import dev.caspian.client.ModelClient;
import dev.caspian.client.ReadClient;
import dev.caspian.codegen.name.Visible;
import dev.caspian.codegen.shape.ClientShape;
import dev.caspian.record.RecordType;
import dev.caspian.schema.Field;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the queries of a model, all of which are inherited, and how its records are made. */
final class ClientSource {

    private final ClientShape shape;
    private final Model model;
    private final ClassName record;

    ClientSource(ClientShape shape, Model model) {
        this.shape = shape;
        this.model = model;
        record = shape.names().model(model);
    }

    TypeSpec type() {
        TypeName superclass = model.isView()
                ? ParameterizedTypeName.get(ClassName.get(ReadClient.class), record)
                : ParameterizedTypeName.get(ClassName.get(ModelClient.class), record, shape.builder(model));
        return TypeSpec.classBuilder(shape.names().client(model))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(superclass)
                .addJavadoc(
                        "The queries of {@code $L}: {@code prisma.$L()}.\n",
                        model.name(),
                        shape.names().accessor(model))
                .addField(recordType())
                .addMethod(constructor())
                .build();
    }

    private FieldSpec recordType() {
        List<RelationField> relations = Visible.relations(model);
        CodeBlock.Builder value = CodeBlock.builder()
                .add("new $T<>(\n$>$>", RecordType.class)
                .add("$S,\n$T.class,\n", model.name(), record)
                .add("$L,\n", names(Visible.scalars(model)));
        if (!relations.isEmpty()) {
            value.add("$L,\n", names(relations));
        }
        value.add("$T::new", record);
        if (!relations.isEmpty()) {
            value.add(",\n$T::relate", record);
        }
        return FieldSpec.builder(
                        ParameterizedTypeName.get(ClassName.get(RecordType.class), record),
                        "TYPE",
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(value.add(")$<$<").build())
                .build();
    }

    private static CodeBlock names(List<? extends Field> fields) {
        CodeBlock names =
                fields.stream().map(field -> CodeBlock.of("$S", field.name())).collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T.of($L)", List.class, names);
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addParameter(CaspianClient.class, "client");
        if (model.isView()) {
            return constructor.addStatement("super(client, TYPE)").build();
        }
        return constructor
                .addStatement("super(client, TYPE, $T::new)", shape.names().draft(model))
                .build();
    }
}
