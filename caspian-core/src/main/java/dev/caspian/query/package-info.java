/**
 * What a query is made of, as values: typed fields, conditions, assignments, orders, includes and aggregates.
 *
 * <p>Nothing here touches a database. Values are immutable and may be kept, passed on and shared between threads; the
 * builders that a lambda receives ({@link FindMany}, {@link Update}, …) are confined to that call.
 */
@NullMarked
package dev.caspian.query;

import org.jspecify.annotations.NullMarked;
