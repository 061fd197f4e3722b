/** The rules that look at a schema as a whole; they run once each part of it makes sense by itself. */
@NullMarked
package dev.caspian.psl.rule;

import org.jspecify.annotations.NullMarked;
