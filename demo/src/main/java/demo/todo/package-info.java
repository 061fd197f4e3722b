/** Things to do. */
@NullMarked
package demo.todo;

import org.jspecify.annotations.NullMarked;
