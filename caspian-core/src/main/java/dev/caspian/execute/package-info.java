/** Runs plans against a database, and puts their rows together to records. */
@NullMarked
package dev.caspian.execute;

import org.jspecify.annotations.NullMarked;
