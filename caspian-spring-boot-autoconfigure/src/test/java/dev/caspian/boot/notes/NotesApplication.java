package dev.caspian.boot.notes;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose tests use the slice. */
@SpringBootApplication
class NotesApplication {}
