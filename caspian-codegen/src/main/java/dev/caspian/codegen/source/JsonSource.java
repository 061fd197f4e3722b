package dev.caspian.codegen.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.caspian.codegen.name.Visible;
import dev.caspian.codegen.shape.ClientShape;
import dev.caspian.record.JsonRecord;
import dev.caspian.record.RecordReader;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Model;
import dev.caspian.schema.RelationField;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes how a record is made of Json: what the rows of a database need not be told. */
final class JsonSource {

    private JsonSource() {}

    static MethodSpec fromJson(ClientShape shape, Model model) {
        CodeBlock.Builder read = CodeBlock.builder()
                .add(
                        "return new $T<>($T.TYPE, json)",
                        RecordReader.class,
                        shape.names().client(model));
        List<CodeBlock> optional = Visible.fields(model).stream()
                .filter(field -> field.arity() == Arity.OPTIONAL)
                .map(field -> CodeBlock.of("$S", field.name()))
                .toList();
        if (!optional.isEmpty()) {
            read.add("\n.optional($L)", CodeBlock.join(optional, ", "));
        }
        for (RelationField relation : Visible.relations(model)) {
            read.add(
                    "\n.$L($S, $T.class)",
                    relation.arity() == Arity.LIST ? "many" : "one",
                    relation.name(),
                    shape.names().model(relation.target()));
        }
        return MethodSpec.methodBuilder("fromJson")
                .addJavadoc("A record with what a Json object has, and nothing else; Jackson calls it.\n")
                .addAnnotation(AnnotationSpec.builder(JsonCreator.class)
                        .addMember("mode", "$T.DELEGATING", JsonCreator.Mode.class)
                        .build())
                .addModifiers(Modifier.STATIC)
                .returns(shape.names().model(model))
                .addParameter(JsonRecord.class, "json")
                .addStatement(read.add("\n.read()").build())
                .build();
    }
}
