package dev.caspian.record;

import java.util.BitSet;

/** Which fields, relations and relation counts the records of one query have. Immutable, shared by all of them. */
public final class Loaded {

    private final RecordType<?> type;
    private final BitSet fields;
    private final BitSet relations;
    private final BitSet counts;

    /**
     * Copies the sets, which hold positions.
     *
     * @param fields the scalar fields
     * @param relations the relations
     * @param counts the relations of which the number of records is known
     */
    public Loaded(RecordType<?> type, BitSet fields, BitSet relations, BitSet counts) {
        this.type = type;
        this.fields = (BitSet) fields.clone();
        this.relations = (BitSet) relations.clone();
        this.counts = (BitSet) counts.clone();
    }

    public RecordType<?> type() {
        return type;
    }

    public boolean field(int position) {
        return fields.get(position);
    }

    public boolean relation(int position) {
        return relations.get(position);
    }

    public boolean count(int position) {
        return counts.get(position);
    }

    boolean sameAs(Loaded other) {
        return this == other
                || (type == other.type
                        && fields.equals(other.fields)
                        && relations.equals(other.relations)
                        && counts.equals(other.counts));
    }
}
