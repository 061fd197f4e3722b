/** What happened. */
@NullMarked
package demo.log;

import org.jspecify.annotations.NullMarked;
