/** Brings generated files to the disk, and only those that changed. */
@NullMarked
package dev.caspian.codegen.write;

import org.jspecify.annotations.NullMarked;
