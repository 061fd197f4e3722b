/** What generated clients extend, and what applications call. */
@NullMarked
package dev.caspian.client;

import org.jspecify.annotations.NullMarked;
