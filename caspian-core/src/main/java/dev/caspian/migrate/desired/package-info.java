/** Turns a schema into the state of the database that it asks for. */
@NullMarked
package dev.caspian.migrate.desired;

import org.jspecify.annotations.NullMarked;
