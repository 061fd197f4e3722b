/** What the migrate commands of Maven and of the command line have in common. */
@NullMarked
package dev.caspian.codegen.migrate;

import org.jspecify.annotations.NullMarked;
