package dev.caspian.behaviour.random;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A write, and how it is done in both places.
 *
 * @param text in the words of the API
 * @param inMemory does it in memory, and returns what the client is to return, or fails with a {@link Refusal}
 * @param inDatabase does it through the client, and returns what that returns
 */
record Write(String text, Supplier<@Nullable Object> inMemory, Supplier<@Nullable Object> inDatabase) {}
