/** What goes wrong at run time: each a PrismaException with its code, and the DataAccessException that Spring knows. */
@NullMarked
package dev.caspian.error;

import org.jspecify.annotations.NullMarked;
