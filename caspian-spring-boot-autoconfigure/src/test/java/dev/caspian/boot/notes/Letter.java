package dev.caspian.boot.notes;

import org.springframework.stereotype.Component;

/** A component of the application that most of its tests do without. */
@Component
class Letter {}
