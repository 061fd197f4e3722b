/** SQL as a tree of values. Says what a statement does; {@code sql.render} says how a database spells it. */
@NullMarked
package dev.caspian.sql;

import org.jspecify.annotations.NullMarked;
