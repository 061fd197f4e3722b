/** Sales and their statistics. */
@NullMarked
package demo.sales;

import org.jspecify.annotations.NullMarked;
