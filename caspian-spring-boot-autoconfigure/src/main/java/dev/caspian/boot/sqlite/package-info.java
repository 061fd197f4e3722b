/** SQLite connections on which Spring's transactions mean what they mean elsewhere. */
@NullMarked
package dev.caspian.boot.sqlite;

import org.jspecify.annotations.NullMarked;
