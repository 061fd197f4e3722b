/** What is asked of every peer, of which data, and which answers are right. */
@NullMarked
package dev.caspian.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
