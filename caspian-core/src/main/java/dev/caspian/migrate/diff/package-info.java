/** Compares two states of a database: the steps that lead from one to the other, and what they may lose. */
@NullMarked
package dev.caspian.migrate.diff;

import org.jspecify.annotations.NullMarked;
