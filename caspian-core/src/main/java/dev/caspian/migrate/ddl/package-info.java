/** Writes the steps of a migration in the SQL of each database, and says what else differs between databases here. */
@NullMarked
package dev.caspian.migrate.ddl;

import org.jspecify.annotations.NullMarked;
