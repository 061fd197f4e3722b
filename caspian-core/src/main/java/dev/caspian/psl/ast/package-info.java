/** The syntax tree of the Prisma schema language: what stands in the text, with its place, before it means anything. */
@NullMarked
package dev.caspian.psl.ast;

import org.jspecify.annotations.NullMarked;
