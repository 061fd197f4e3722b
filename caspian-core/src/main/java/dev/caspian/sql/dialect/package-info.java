/** How each database spells SQL: one policy object per database. */
@NullMarked
package dev.caspian.sql.dialect;

import org.jspecify.annotations.NullMarked;
