/** Which parts of a schema the client has, and what they are called in Java. */
@NullMarked
package dev.caspian.codegen.name;

import org.jspecify.annotations.NullMarked;
