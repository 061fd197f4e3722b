/** Spring Boot's auto-configuration of the client, its database and its migrations. */
@NullMarked
package dev.caspian.boot;

import org.jspecify.annotations.NullMarked;
