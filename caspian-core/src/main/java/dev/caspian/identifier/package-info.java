/** Identifiers that the client makes: cuid, uuid, ulid and nanoid. */
@NullMarked
package dev.caspian.identifier;

import org.jspecify.annotations.NullMarked;
