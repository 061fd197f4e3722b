/** Statement trees become text and parameters. */
@NullMarked
package dev.caspian.sql.render;

import org.jspecify.annotations.NullMarked;
