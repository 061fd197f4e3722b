package dev.caspian.client;

/** Functions of several values, such as the constructor of a record: what a projection makes of each row. */
public final class Rows {

    private Rows() {}

    /** Of two values. */
    @FunctionalInterface
    public interface Of2<A, B, T> {
        T make(A a, B b);
    }

    /** Of three values. */
    @FunctionalInterface
    public interface Of3<A, B, C, T> {
        T make(A a, B b, C c);
    }

    /** Of four values. */
    @FunctionalInterface
    public interface Of4<A, B, C, D, T> {
        T make(A a, B b, C c, D d);
    }

    /** Of five values. */
    @FunctionalInterface
    public interface Of5<A, B, C, D, E, T> {
        T make(A a, B b, C c, D d, E e);
    }

    /** Of six values. */
    @FunctionalInterface
    public interface Of6<A, B, C, D, E, F, T> {
        T make(A a, B b, C c, D d, E e, F f);
    }

    /** Of seven values. */
    @FunctionalInterface
    public interface Of7<A, B, C, D, E, F, G, T> {
        T make(A a, B b, C c, D d, E e, F f, G g);
    }

    /** Of eight values. */
    @FunctionalInterface
    public interface Of8<A, B, C, D, E, F, G, H, T> {
        T make(A a, B b, C c, D d, E e, F f, G g, H h);
    }
}
