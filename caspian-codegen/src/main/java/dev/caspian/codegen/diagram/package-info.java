/** Draws a schema. */
@NullMarked
package dev.caspian.codegen.diagram;

import org.jspecify.annotations.NullMarked;
