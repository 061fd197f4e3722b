/** What is wrong with a schema, where it stands, and how it is shown to a person. */
@NullMarked
package dev.caspian.diagnostic;

import org.jspecify.annotations.NullMarked;
