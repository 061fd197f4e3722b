/** Runs the samples of the page on replicas, on two servers of which one follows the other. */
@NullMarked
package dev.caspian.docs.replicas;

import org.jspecify.annotations.NullMarked;
