/** The validated schema: immutable, complete, and the only datamodel of the project. */
@NullMarked
package dev.caspian.schema;

import org.jspecify.annotations.NullMarked;
