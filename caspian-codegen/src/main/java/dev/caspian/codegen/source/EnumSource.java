package dev.caspian.codegen.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.caspian.codegen.name.ClientNames;
import dev.caspian.query.MappedEnum;
import dev.caspian.schema.EnumType;
import javax.lang.model.element.Modifier;

/** Writes an enum. */
final class EnumSource {

    private final ClientNames names;
    private final EnumType type;

    EnumSource(ClientNames names, EnumType type) {
        this.names = names;
        this.type = type;
    }

    TypeSpec type() {
        TypeSpec.Builder source = TypeSpec.enumBuilder(names.enumType(type))
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(MappedEnum.class)
                .addJavadoc(
                        Javadoc.commentOr(type.documentation(), "A value of the enum {@code " + type.name() + "}."));
        boolean storesNames = type.values().stream()
                .allMatch(value -> names.constant(type, value).equals(value.databaseName()));
        for (EnumType.Value value : type.values()) {
            source.addEnumConstant(names.constant(type, value), constant(value, storesNames));
        }
        MethodSpec.Builder databaseName = MethodSpec.methodBuilder("databaseName")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class);
        if (storesNames) {
            return source.addMethod(databaseName.addStatement("return name()").build())
                    .build();
        }
        String stored = storedVariable();
        return source.addField(String.class, stored, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, stored)
                        .addStatement("this.$N = $N", stored, stored)
                        .build())
                .addMethod(databaseName.addStatement("return $N", stored).build())
                .build();
    }

    private TypeSpec constant(EnumType.Value value, boolean storesNames) {
        TypeSpec.Builder constant = storesNames
                ? TypeSpec.anonymousClassBuilder("")
                : TypeSpec.anonymousClassBuilder("$L", literal(value.databaseName()));
        if (value.documentation() != null) {
            constant.addJavadoc(Javadoc.commentOr(value.documentation(), ""));
        }
        if (!names.constant(type, value).equals(value.name())) {
            constant.addAnnotation(AnnotationSpec.builder(JsonProperty.class)
                    .addMember("value", "$S", value.name())
                    .build());
        }
        return constant.build();
    }

    /** A string in Java. JavaPoet breaks its own at separators that only Unicode takes for the end of a line. */
    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '"', '\\' -> literal.append('\\').append((char) c);
                default -> {
                    boolean isPlain = c >= ' ' && c != '\u0085' && c != '\u2028' && c != '\u2029';
                    literal.append(isPlain ? String.valueOf((char) c) : "\\u%04x".formatted(c));
                }
            }
        });
        return literal.append('"').toString();
    }

    private String storedVariable() {
        String name = "databaseName";
        while (hasConstant(name)) {
            name = name + "_";
        }
        return name;
    }

    private boolean hasConstant(String name) {
        return type.values().stream()
                .anyMatch(value -> names.constant(type, value).equals(name));
    }
}
