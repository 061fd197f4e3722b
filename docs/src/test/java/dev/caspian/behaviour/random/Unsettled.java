package dev.caspian.behaviour.random;

/** A query on whose answer nobody has decided yet, and which is therefore not asked. */
@SuppressWarnings("serial") // Never leaves the test.
final class Unsettled extends RuntimeException {

    Unsettled(String why) {
        super(why);
    }
}
