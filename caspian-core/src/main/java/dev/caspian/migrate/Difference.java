package dev.caspian.migrate;

import java.util.List;

/**
 * What lies between two states of a database.
 *
 * @param script the SQL that leads from the one to the other
 * @param summary what is added, removed and changed, as a list for a person
 * @param empty whether there is nothing to do
 * @param warnings what the script may lose
 * @param unexecutable what fails if there are rows
 */
public record Difference(
        String script, String summary, boolean empty, List<String> warnings, List<String> unexecutable) {

    public Difference {
        warnings = List.copyOf(warnings);
        unexecutable = List.copyOf(unexecutable);
    }
}
