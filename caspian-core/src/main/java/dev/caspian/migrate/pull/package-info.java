/** Turns the state of a live database into the text of a schema, and keeps what people have written in it. */
@NullMarked
package dev.caspian.migrate.pull;

import org.jspecify.annotations.NullMarked;
