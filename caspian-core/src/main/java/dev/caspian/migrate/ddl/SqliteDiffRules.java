package dev.caspian.migrate.ddl;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnType;
import dev.caspian.database.TableIndex;
import dev.caspian.migrate.diff.CastRisk;
import dev.caspian.migrate.diff.DiffRules;
import dev.caspian.provider.ScalarType;

/** What SQLite can change in place: next to nothing (SQLite manual, "ALTER TABLE"). */
final class SqliteDiffRules implements DiffRules {

    @Override
    public CastRisk castRisk(Column previous, Column next) {
        if (previous.type().equals(next.type())) {
            return CastRisk.NONE;
        }
        boolean toText = next.type() instanceof ColumnType.Scalar scalar && scalar.family() == ScalarType.STRING;
        return toText ? CastRisk.SAFE : CastRisk.RISKY;
    }

    @Override
    public boolean redefinesTables() {
        return true;
    }

    @Override
    public boolean createsIndexesWithTables() {
        return false;
    }

    @Override
    public boolean altersPrimaryKeys() {
        return false;
    }

    @Override
    public boolean hasFixedName(TableIndex index) {
        return index.name().startsWith("sqlite_autoindex_");
    }

    @Override
    public boolean renamesIndexes() {
        return false;
    }

    @Override
    public boolean renamesForeignKeys() {
        return false;
    }

    @Override
    public boolean dropsIndexesWithColumns() {
        return false;
    }

    @Override
    public boolean backsForeignKeysWithIndexes() {
        return false;
    }

    /** Every single integer key counts by itself, whether the schema says so or not. */
    @Override
    public boolean altersAutoincrement() {
        return false;
    }

    @Override
    public boolean ignoresJsonDefaults() {
        return false;
    }
}
