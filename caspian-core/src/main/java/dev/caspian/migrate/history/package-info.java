/** Migration folders, the table {@code _prisma_migrations}, and the runners that apply the one and write the other. */
@NullMarked
package dev.caspian.migrate.history;

import org.jspecify.annotations.NullMarked;
