/** From text to syntax tree. A line that cannot be read is reported and kept, and reading goes on behind it. */
@NullMarked
package dev.caspian.psl.parse;

import org.jspecify.annotations.NullMarked;
