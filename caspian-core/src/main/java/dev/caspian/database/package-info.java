/** The relational state of a database: what a schema asks for, or what a live database holds. */
@NullMarked
package dev.caspian.database;

import org.jspecify.annotations.NullMarked;
