/** Finds virtual threads that keep their carriers while they wait. */
@NullMarked
package dev.caspian.pin;

import org.jspecify.annotations.NullMarked;
