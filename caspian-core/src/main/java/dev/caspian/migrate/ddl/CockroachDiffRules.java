package dev.caspian.migrate.ddl;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnType;
import dev.caspian.database.TableIndex;
import dev.caspian.migrate.diff.CastRisk;
import dev.caspian.migrate.diff.DiffRules;
import dev.caspian.provider.NativeType;
import java.util.Objects;

/** What CockroachDB can change in place: few types, but whole primary keys. */
final class CockroachDiffRules implements DiffRules {

    @Override
    public CastRisk castRisk(Column previous, Column next) {
        if (previous.isList() != next.isList()) {
            return CastRisk.NOT_CASTABLE;
        }
        if (previous.type() instanceof ColumnType.Scalar former && next.type() instanceof ColumnType.Scalar latter) {
            return risk(Objects.requireNonNull(former.nativeType()), Objects.requireNonNull(latter.nativeType()));
        }
        if (previous.type() instanceof ColumnType.Enumerated former
                && next.type() instanceof ColumnType.Enumerated latter
                && former.definition().name().equals(latter.definition().name())) {
            return CastRisk.NONE;
        }
        return previous.type().equals(next.type()) ? CastRisk.NONE : CastRisk.NOT_CASTABLE;
    }

    private static CastRisk risk(NativeType former, NativeType latter) {
        if (former.equals(latter)) {
            return CastRisk.NONE;
        }
        if (former.name().equals("Int4") && latter.toString().equals("String")) {
            return CastRisk.SAFE;
        }
        boolean narrows = former.name().equals("Int8") && latter.name().equals("Int4");
        return narrows ? CastRisk.RISKY : CastRisk.NOT_CASTABLE;
    }

    @Override
    public boolean redefinesTables() {
        return false;
    }

    @Override
    public boolean createsIndexesWithTables() {
        return false;
    }

    @Override
    public boolean altersPrimaryKeys() {
        return true;
    }

    @Override
    public boolean hasFixedName(TableIndex index) {
        return false;
    }

    @Override
    public boolean renamesIndexes() {
        return true;
    }

    @Override
    public boolean renamesForeignKeys() {
        return true;
    }

    @Override
    public boolean dropsIndexesWithColumns() {
        return true;
    }

    @Override
    public boolean backsForeignKeysWithIndexes() {
        return false;
    }

    @Override
    public boolean altersAutoincrement() {
        return false;
    }

    @Override
    public boolean ignoresJsonDefaults() {
        return false;
    }
}
