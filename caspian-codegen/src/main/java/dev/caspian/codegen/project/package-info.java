/** What the Maven goals and the commands do with the schema of a project. */
@NullMarked
package dev.caspian.codegen.project;

import org.jspecify.annotations.NullMarked;
