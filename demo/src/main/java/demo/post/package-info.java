/** Posts. */
@NullMarked
package demo.post;

import org.jspecify.annotations.NullMarked;
