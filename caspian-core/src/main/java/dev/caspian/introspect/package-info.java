/** Reads the state of a live database. */
@NullMarked
package dev.caspian.introspect;

import org.jspecify.annotations.NullMarked;
