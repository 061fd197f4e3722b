package dev.caspian.codegen.source;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.caspian.codegen.name.ModelNames;
import dev.caspian.codegen.name.Visible;
import dev.caspian.codegen.shape.ClientShape;
import dev.caspian.codegen.shape.RelationKind;
import dev.caspian.codegen.shape.ValueType;
import dev.caspian.query.FieldValue;
import dev.caspian.query.Unique;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.Row;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Field;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the class of a model: a value, and the constants of its fields. */
final class ModelSource {

    private final ClientShape shape;
    private final Declaration declaration;
    private final Model model;
    private final ClassName name;
    private final ModelNames names;
    private final List<ScalarField> scalars;
    private final List<RelationField> relations;

    ModelSource(ClientShape shape, Model model) {
        this.shape = shape;
        this.model = model;
        declaration = new Declaration(shape.schema());
        name = shape.names().model(model);
        names = shape.names().of(model);
        scalars = Visible.scalars(model);
        relations = Visible.relations(model);
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(PrismaRecord.class)
                .addJavadoc(Javadoc.commentOr(
                        model.documentation(),
                        "A record of the " + (model.isView() ? "view" : "model") + " {@code " + model.name() + "}."));
        Visible.fields(model).forEach(field -> type.addField(constant(field)));
        Visible.fields(model).forEach(field -> type.addField(variable(field)));
        type.addMethod(constructor()).addMethod(of()).addMethod(JsonSource.fromJson(shape, model));
        names.keys().forEach((key, keyName) -> type.addMethod(selector(key, keyName)));
        Visible.fields(model).forEach(field -> type.addMethod(accessor(field)));
        type.addMethod(value());
        if (!relations.isEmpty()) {
            type.addMethod(relate());
        }
        return type.build();
    }

    private FieldSpec constant(Field field) {
        CodeBlock.Builder value = CodeBlock.builder().add("new $T<>($S, $S", raw(field), model.name(), field.name());
        if (field instanceof RelationField relation) {
            if (!RelationKind.of(relation).isReadOnly()) {
                value.add(", $T::new", shape.names().draft(relation.target()));
            }
        } else if (field instanceof ScalarField scalar && shape.value(scalar).isNamedWithClass()) {
            value.add(", $T.class", shape.value(scalar).element());
        }
        return FieldSpec.builder(shape.constant(model, field), names.constant(field))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(Javadoc.commentAnd(field.documentation(), declaration.of(model, field)))
                .initializer(value.add(")").build())
                .build();
    }

    private ClassName raw(Field field) {
        return ((ParameterizedTypeName) shape.constant(model, field)).rawType();
    }

    private FieldSpec variable(Field field) {
        if (field instanceof ScalarField scalar) {
            ValueType value = shape.value(scalar);
            return FieldSpec.builder(
                            Types.nullableIf(!value.isPrimitive(), value.type()),
                            names.variable(field),
                            Modifier.PRIVATE,
                            Modifier.FINAL)
                    .build();
        }
        return FieldSpec.builder(
                        Types.nullable(related((RelationField) field)), names.variable(field), Modifier.PRIVATE)
                .build();
    }

    private TypeName related(RelationField field) {
        ClassName target = shape.names().model(field.target());
        return field.arity() == Arity.LIST ? ParameterizedTypeName.get(ClassName.get(List.class), target) : target;
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addParameter(Row.class, "row").addStatement("super(row)");
        for (int i = 0; i < scalars.size(); i++) {
            ValueType value = shape.value(scalars.get(i));
            CodeBlock read = value.isReadByClass()
                    ? CodeBlock.of("row.$N($L, $T.class)", value.reader(), i, value.element())
                    : CodeBlock.of("row.$N($L)", value.reader(), i);
            constructor.addStatement("this.$N = $L", names.variable(scalars.get(i)), read);
        }
        return constructor.build();
    }

    private MethodSpec of() {
        return MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addAnnotation(SafeVarargs.class)
                .addAnnotation(suppress("varargs"))
                .addJavadoc("A record without a database, for tests, with these values and no others.\n")
                .returns(name)
                .addParameter(
                        ArrayTypeName.of(ParameterizedTypeName.get(ClassName.get(FieldValue.class), name)), "values")
                .varargs()
                .addStatement("return $T.TYPE.of(values)", shape.names().client(model))
                .build();
    }

    private MethodSpec selector(Index key, String keyName) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(keyName)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("The record with this unique key.\n")
                .returns(ParameterizedTypeName.get(ClassName.get(Unique.class), name));
        List<CodeBlock> constants = new ArrayList<>();
        List<CodeBlock> values = new ArrayList<>();
        for (ScalarField field : key.fields()) {
            TypeName type = shape.value(field).type();
            method.addParameter(type.isBoxedPrimitive() ? type.unbox() : type, names.variable(field));
            constants.add(CodeBlock.of("$N", names.constant(field)));
            values.add(CodeBlock.of("$N", names.variable(field)));
        }
        return method.addStatement(
                        "return $T.of($T.of($L), $L)",
                        Unique.class,
                        List.class,
                        CodeBlock.join(constants, ", "),
                        CodeBlock.join(values, ", "))
                .build();
    }

    private MethodSpec accessor(Field field) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(names.accessor(field)).addModifiers(Modifier.PUBLIC);
        if (field.documentation() != null) {
            method.addJavadoc(Javadoc.commentOr(field.documentation(), ""));
        }
        String variable = names.variable(field);
        boolean isOptional = field.arity() == Arity.OPTIONAL;
        if (field instanceof ScalarField scalar) {
            ValueType value = shape.value(scalar);
            int position = scalars.indexOf(scalar);
            method.returns(Types.nullableIf(isOptional, value.type()));
            if (value.isArray()) {
                return returnCopy(method, position, variable, isOptional);
            }
            return returnLoaded(method, "requireField", position, variable, isOptional || value.isPrimitive());
        }
        RelationField relation = (RelationField) field;
        method.returns(Types.nullableIf(isOptional, related(relation)));
        return returnLoaded(method, "requireRelation", relations.indexOf(relation), variable, isOptional);
    }

    private static MethodSpec returnLoaded(
            MethodSpec.Builder method, String require, int position, String variable, boolean asItIs) {
        if (asItIs) {
            return method.addStatement("$N($L)", require, position)
                    .addStatement("return $N", variable)
                    .build();
        }
        return method.addStatement("return $N($L, $N)", require, position, variable)
                .build();
    }

    private static MethodSpec returnCopy(MethodSpec.Builder method, int position, String variable, boolean isOptional) {
        if (isOptional) {
            return method.addStatement("requireField($L)", position)
                    .addStatement("return $N == null ? null : $N.clone()", variable, variable)
                    .build();
        }
        return method.addStatement("return requireField($L, $N).clone()", position, variable)
                .build();
    }

    private MethodSpec value() {
        String position = names.parameter("position");
        MethodSpec.Builder method = MethodSpec.methodBuilder("value")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(Types.nullable(ClassName.OBJECT))
                .addParameter(int.class, position);
        if (scalars.isEmpty() && relations.isEmpty()) {
            return method.addStatement("throw new $T($N)", IndexOutOfBoundsException.class, position)
                    .build();
        }
        method.addCode("return switch ($N) {\n$>", position);
        int i = 0;
        for (ScalarField field : scalars) {
            method.addCode("case $L -> $N;\n", i++, names.variable(field));
        }
        for (RelationField field : relations) {
            method.addCode("case $L -> $N;\n", i++, names.variable(field));
        }
        return method.addCode("default -> throw new $T($N);\n$<};\n", IndexOutOfBoundsException.class, position)
                .build();
    }

    private MethodSpec relate() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("relate")
                .returns(void.class)
                .addParameter(int.class, "relation")
                .addParameter(Types.nullable(ClassName.OBJECT), "value");
        if (relations.stream().anyMatch(field -> field.arity() == Arity.LIST)) {
            method.addComment("A list that the query engine made holds records of the related model.")
                    .addAnnotation(suppress("unchecked"));
        }
        method.addCode("switch (relation) {\n$>");
        for (int i = 0; i < relations.size(); i++) {
            method.addCode(
                    "case $L -> this.$N = ($T) value;\n",
                    i,
                    names.variable(relations.get(i)),
                    related(relations.get(i)));
        }
        return method.addCode("default -> throw new $T(relation);\n$<}\n", IndexOutOfBoundsException.class)
                .build();
    }

    private static AnnotationSpec suppress(String warning) {
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", warning)
                .build();
    }
}
