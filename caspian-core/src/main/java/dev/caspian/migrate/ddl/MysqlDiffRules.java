package dev.caspian.migrate.ddl;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnType;
import dev.caspian.database.TableIndex;
import dev.caspian.migrate.diff.CastRisk;
import dev.caspian.migrate.diff.DiffRules;
import dev.caspian.provider.NativeType;
import java.util.List;

/** What MySQL can change in place: {@code MODIFY} casts every type to every other, if the values allow it. */
final class MysqlDiffRules implements DiffRules {

    private static final List<List<String>> WIDENING = List.of(
            List.of("TinyInt", "SmallInt", "MediumInt", "Int", "BigInt"),
            List.of("UnsignedTinyInt", "UnsignedSmallInt", "UnsignedMediumInt", "UnsignedInt", "UnsignedBigInt"),
            List.of("Float", "Double"),
            List.of("Char", "VarChar", "Text", "MediumText", "LongText"),
            List.of("TinyText", "Text", "MediumText", "LongText"),
            List.of("Binary", "VarBinary", "Blob", "MediumBlob", "LongBlob"),
            List.of("TinyBlob", "Blob", "MediumBlob", "LongBlob"));

    @Override
    public CastRisk castRisk(Column previous, Column next) {
        if (previous.type().equals(next.type())) {
            return CastRisk.NONE;
        }
        if (previous.type() instanceof ColumnType.Enumerated former
                && next.type() instanceof ColumnType.Enumerated latter) {
            List<String> values = latter.definition().values();
            if (values.equals(former.definition().values())) {
                return CastRisk.NONE;
            }
            return values.containsAll(former.definition().values()) ? CastRisk.SAFE : CastRisk.RISKY;
        }
        if (previous.type() instanceof ColumnType.Scalar former && next.type() instanceof ColumnType.Scalar latter) {
            NativeType from = former.nativeType();
            NativeType to = latter.nativeType();
            return from != null && to != null && isWider(from, to) ? CastRisk.SAFE : CastRisk.RISKY;
        }
        return CastRisk.RISKY;
    }

    private static boolean isWider(NativeType from, NativeType to) {
        if (from.name().equals(to.name())) {
            return !from.arguments().isEmpty()
                    && from.arguments().size() == 1
                    && to.arguments().size() == 1
                    && from.arguments().get(0) <= to.arguments().get(0);
        }
        boolean bounded = !to.arguments().isEmpty();
        return !bounded
                && WIDENING.stream()
                        .anyMatch(types ->
                                types.contains(from.name()) && types.indexOf(from.name()) < types.indexOf(to.name()));
    }

    @Override
    public boolean redefinesTables() {
        return false;
    }

    @Override
    public boolean createsIndexesWithTables() {
        return true;
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
        return false;
    }

    @Override
    public boolean dropsIndexesWithColumns() {
        return false;
    }

    @Override
    public boolean backsForeignKeysWithIndexes() {
        return true;
    }

    @Override
    public boolean altersAutoincrement() {
        return true;
    }

    @Override
    public boolean ignoresJsonDefaults() {
        return true;
    }
}
