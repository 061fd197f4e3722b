/** What tests of applications have: a slice, a database that may be written to, and assertions. */
@NullMarked
package dev.caspian.boot.test;

import org.jspecify.annotations.NullMarked;
