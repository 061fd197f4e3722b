/** From syntax tree to text, laid out in the one way that every Prisma schema is. */
@NullMarked
package dev.caspian.psl.format;

import org.jspecify.annotations.NullMarked;
