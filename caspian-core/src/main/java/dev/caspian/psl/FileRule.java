package dev.caspian.psl;

import dev.caspian.diagnostic.Diagnostic.Severity;
import dev.caspian.diagnostic.Rule;

/** What can be wrong with the files of a schema before they are read. */
public enum FileRule implements Rule {
    NO_FILE("There is no schema. Write one at `%s`, or say where it is."),
    NO_FILE_IN_FOLDER("The folder `%s` has no file that ends in `.prisma`."),
    EMPTY_SCHEMA("The schema is empty. It needs a `datasource` and a `model`."),
    TOO_LARGE("The schema is larger than %s MiB, which no schema written by people is. Split it up."),
    NOT_TEXT("The file is not text in UTF-8. Save it in that encoding."),
    BYTE_ORDER_MARK("The file starts with a byte order mark. Save it as UTF-8 without one."),
    UNREADABLE("The file cannot be read: %s.");

    private final String template;

    FileRule(String template) {
        this.template = template;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String template() {
        return template;
    }
}
