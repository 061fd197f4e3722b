/** Measures peers in turn, and shows how they compare. */
@NullMarked
package dev.caspian.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
