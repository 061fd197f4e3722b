/** Ways of talking to a database, each as its manual recommends. */
@NullMarked
package dev.caspian.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
