/** Statements run through JDBC: connections, values in and out, and errors in the words of the schema. */
@NullMarked
package dev.caspian.jdbc;

import org.jspecify.annotations.NullMarked;
