/** PostgreSQL connections that notice when their server is gone, and that do not call a rollback a commit. */
@NullMarked
package dev.caspian.boot.postgresql;

import org.jspecify.annotations.NullMarked;
