/** What Micrometer and Actuator are told of the operations of clients. */
@NullMarked
package dev.caspian.boot.observation;

import org.jspecify.annotations.NullMarked;
