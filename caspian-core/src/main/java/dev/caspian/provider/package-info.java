/** The databases, and what differs between them, as data. */
@NullMarked
package dev.caspian.provider;

import org.jspecify.annotations.NullMarked;
