/** Records: what generated model classes extend, and how the query engine fills them. */
@NullMarked
package dev.caspian.record;

import org.jspecify.annotations.NullMarked;
