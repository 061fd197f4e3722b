/** Records and patches as Json, for Jackson 3 and 2, and answers to what was sent wrongly. */
@NullMarked
package dev.caspian.boot.json;

import org.jspecify.annotations.NullMarked;
