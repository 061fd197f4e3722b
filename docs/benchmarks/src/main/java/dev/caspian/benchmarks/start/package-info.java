/** What Caspian adds to the start of an application. */
@NullMarked
package dev.caspian.benchmarks.start;

import org.jspecify.annotations.NullMarked;
