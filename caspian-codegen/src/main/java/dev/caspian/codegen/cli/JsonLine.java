package dev.caspian.codegen.cli;

import dev.caspian.diagnostic.Diagnostic;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what a program reads: one Json object on one line. */
final class JsonLine {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonLine() {}

    /** {@code {"file":…,"valid":…,"errors":[{"message":…,"line":n}],"warnings":[…]}}. */
    static String validation(String file, List<Diagnostic> errors, List<Diagnostic> warnings) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("file", file);
            json.writeBooleanProperty("valid", errors.isEmpty());
            diagnostics(json, "errors", errors);
            diagnostics(json, "warnings", warnings);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void diagnostics(JsonGenerator json, String name, List<Diagnostic> diagnostics) {
        json.writeArrayPropertyStart(name);
        for (Diagnostic diagnostic : diagnostics) {
            json.writeStartObject();
            json.writeStringProperty("message", diagnostic.message());
            json.writeNumberProperty("line", diagnostic.span().line());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** {@code {"file":…,"formatted":"…"}}. */
    static String formatted(String file, String formatted) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("file", file);
            json.writeStringProperty("formatted", formatted);
            json.writeEndObject();
        }
        return text.toString();
    }

    /** {@code {"file":…,"formatted":{"<name>":"…"}}}, for a folder. */
    static String formatted(String folder, Map<String, String> formatted) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("file", folder);
            json.writeObjectPropertyStart("formatted");
            formatted.forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    /** {@code {"file":…,"errors":[…]}}, for a file that cannot be read. */
    static String unreadable(String file, List<Diagnostic> errors) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("file", file);
            diagnostics(json, "errors", errors);
            json.writeEndObject();
        }
        return text.toString();
    }
}
