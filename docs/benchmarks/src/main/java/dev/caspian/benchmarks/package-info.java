/** What things cost, measured by JMH. */
@NullMarked
package dev.caspian.benchmarks;

import org.jspecify.annotations.NullMarked;
