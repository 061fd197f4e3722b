package dev.caspian.migrate.ddl;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnType;
import dev.caspian.database.TableIndex;
import dev.caspian.migrate.diff.CastRisk;
import dev.caspian.migrate.diff.DiffRules;
import dev.caspian.provider.NativeType;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL can change in place: all but types without a cast. */
final class PostgresDiffRules implements DiffRules {

    @Override
    public CastRisk castRisk(Column previous, Column next) {
        if (previous.type() instanceof ColumnType.Enumerated || next.type() instanceof ColumnType.Enumerated) {
            return isSameEnum(previous.type(), next.type()) && previous.isList() == next.isList()
                    ? CastRisk.NONE
                    : CastRisk.NOT_CASTABLE;
        }
        NativeType former = nativeType(previous.type());
        NativeType latter = nativeType(next.type());
        if (previous.isList() != next.isList()) {
            return previous.isList() ? listToScalar(latter) : CastRisk.NOT_CASTABLE;
        }
        if (former != null && latter != null) {
            return PostgresCasts.risk(former, latter);
        }
        boolean unknown =
                previous.type() instanceof ColumnType.Unsupported && next.type() instanceof ColumnType.Unsupported;
        // What the types are, and whether one is another name of the other, only PostgreSQL knows.
        return unknown ? CastRisk.NONE : CastRisk.RISKY;
    }

    private static boolean isSameEnum(ColumnType previous, ColumnType next) {
        return previous instanceof ColumnType.Enumerated former
                && next instanceof ColumnType.Enumerated latter
                && former.definition().name().equals(latter.definition().name());
    }

    private static @Nullable NativeType nativeType(ColumnType type) {
        return type instanceof ColumnType.Scalar scalar ? scalar.nativeType() : null;
    }

    private static CastRisk listToScalar(@Nullable NativeType next) {
        if (next == null) {
            return CastRisk.NOT_CASTABLE;
        }
        boolean bounded = !next.arguments().isEmpty();
        return switch (next.name()) {
            case "Text" -> CastRisk.SAFE;
            case "VarChar" -> bounded ? CastRisk.RISKY : CastRisk.SAFE;
            case "Char" -> CastRisk.RISKY;
            default -> CastRisk.NOT_CASTABLE;
        };
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
        return false;
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
        return true;
    }

    @Override
    public boolean ignoresJsonDefaults() {
        return false;
    }
}
