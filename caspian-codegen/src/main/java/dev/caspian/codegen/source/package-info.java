/** One class for each kind of generated file. */
@NullMarked
package dev.caspian.codegen.source;

import org.jspecify.annotations.NullMarked;
