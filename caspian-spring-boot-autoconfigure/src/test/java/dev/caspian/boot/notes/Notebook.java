package dev.caspian.boot.notes;

import dev.caspian.boot.client.NotesClient;
import java.util.List;
import org.springframework.stereotype.Service;

/** What is tested. */
@Service
class Notebook {

    private final NotesClient notes;

    Notebook(NotesClient notes) {
        this.notes = notes;
    }

    void add(String text) {
        notes.write(text);
    }

    List<String> texts() {
        return notes.texts();
    }
}
