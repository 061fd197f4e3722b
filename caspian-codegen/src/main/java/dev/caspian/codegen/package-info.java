/** Makes the Java client of a schema: sources and resources in memory, and their way to the disk. */
@NullMarked
package dev.caspian.codegen;

import org.jspecify.annotations.NullMarked;
