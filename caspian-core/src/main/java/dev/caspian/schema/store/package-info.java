/** A validated schema as a text that needs no compiling: generated with the client, and read when it starts. */
@NullMarked
package dev.caspian.schema.store;

import org.jspecify.annotations.NullMarked;
