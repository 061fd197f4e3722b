package dev.caspian.codegen.source;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * One method of a builder: declared in the interface that an application sees, implemented in the draft behind it.
 *
 * @param isConversion whether the body only calls another method of the interface, which then has it as a default
 * @param body one statement for each element; in a conversion, the expression to return
 */
record BuilderMethod(String name, List<ParameterSpec> parameters, boolean isConversion, List<CodeBlock> body) {

    /** The method of the interface. */
    MethodSpec declare(TypeName next, CodeBlock documentation) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, isConversion ? Modifier.DEFAULT : Modifier.ABSTRACT)
                .addJavadoc(documentation)
                .addParameters(parameters)
                .returns(next);
        if (isConversion) {
            method.addStatement("return $L", body.get(0));
        }
        return method.build();
    }

    /** The method of the draft. */
    MethodSpec implement(TypeName draft) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameters(parameters)
                .returns(draft);
        body.forEach(method::addStatement);
        return method.addStatement("return this").build();
    }
}
