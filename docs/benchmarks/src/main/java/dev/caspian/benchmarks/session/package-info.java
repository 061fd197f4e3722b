/** A peer that is ready to be measured. */
@NullMarked
package dev.caspian.benchmarks.session;

import org.jspecify.annotations.NullMarked;
