/** The command line: {@code caspian generate}, {@code validate}, {@code format}, {@code migrate}. */
@NullMarked
package dev.caspian.codegen.cli;

import org.jspecify.annotations.NullMarked;
