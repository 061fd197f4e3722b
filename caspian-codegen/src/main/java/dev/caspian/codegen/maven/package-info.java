/** The Maven goals. */
@NullMarked
package dev.caspian.codegen.maven;

import org.jspecify.annotations.NullMarked;
