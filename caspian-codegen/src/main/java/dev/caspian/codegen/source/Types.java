package dev.caspian.codegen.source;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import org.jspecify.annotations.Nullable;

/** Java types with their nullness. */
final class Types {

    private Types() {}

    static TypeName nullable(TypeName type) {
        return type.annotated(
                AnnotationSpec.builder(ClassName.get(Nullable.class)).build());
    }

    static TypeName nullableIf(boolean isNullable, TypeName type) {
        return isNullable ? nullable(type) : type;
    }
}
