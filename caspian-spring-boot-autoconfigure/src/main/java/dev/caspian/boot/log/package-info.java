/** What is written to the application's log about its queries. */
@NullMarked
package dev.caspian.boot.log;

import org.jspecify.annotations.NullMarked;
