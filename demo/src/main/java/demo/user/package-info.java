/** Users and their roles. */
@NullMarked
package demo.user;

import org.jspecify.annotations.NullMarked;
