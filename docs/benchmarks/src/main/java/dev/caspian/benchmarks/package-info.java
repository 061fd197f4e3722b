/** What things cost. */
@NullMarked
package dev.caspian.benchmarks;

import org.jspecify.annotations.NullMarked;
