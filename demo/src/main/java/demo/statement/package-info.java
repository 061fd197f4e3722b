/** The SQL that ran, for the page to show. */
@NullMarked
package demo.statement;

import org.jspecify.annotations.NullMarked;
