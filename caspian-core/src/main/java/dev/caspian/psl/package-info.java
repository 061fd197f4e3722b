/** The Prisma schema language: compile a schema, or lay out its text. */
@NullMarked
package dev.caspian.psl;

import org.jspecify.annotations.NullMarked;
