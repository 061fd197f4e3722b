/** Prisma Migrate: makes migrations from a schema and applies them to databases. */
@NullMarked
package dev.caspian.migrate;

import org.jspecify.annotations.NullMarked;
