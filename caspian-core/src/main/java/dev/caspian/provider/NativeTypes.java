package dev.caspian.provider;

import static dev.caspian.provider.NativeTypeDefinition.between;
import static dev.caspian.provider.NativeTypeDefinition.decimal;
import static dev.caspian.provider.NativeTypeDefinition.plain;
import static dev.caspian.provider.ScalarType.BIG_INT;
import static dev.caspian.provider.ScalarType.BOOLEAN;
import static dev.caspian.provider.ScalarType.BYTES;
import static dev.caspian.provider.ScalarType.DATE_TIME;
import static dev.caspian.provider.ScalarType.DECIMAL;
import static dev.caspian.provider.ScalarType.FLOAT;
import static dev.caspian.provider.ScalarType.INT;
import static dev.caspian.provider.ScalarType.JSON;
import static dev.caspian.provider.ScalarType.STRING;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The native types of each database, and which one a scalar type gets when none is chosen. */
final class NativeTypes {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    static final List<NativeTypeDefinition> POSTGRESQL = List.of(
            plain("SmallInt", INT),
            plain("Integer", INT),
            plain("BigInt", BIG_INT),
            plain("Decimal", DECIMAL).withArguments(0, 2).limited(decimal(1, 1000, UNLIMITED)),
            plain("Money", DECIMAL),
            plain("Inet", STRING),
            plain("Oid", INT),
            plain("Citext", STRING),
            plain("Real", FLOAT),
            plain("DoublePrecision", FLOAT),
            plain("VarChar", STRING).withArguments(0, 1),
            plain("Char", STRING).withArguments(0, 1),
            plain("Text", STRING),
            plain("ByteA", BYTES),
            plain("Timestamp", DATE_TIME).withArguments(0, 1).limited(between("precision", 0, 6)),
            plain("Timestamptz", DATE_TIME).withArguments(0, 1).limited(between("precision", 0, 6)),
            plain("Date", DATE_TIME),
            plain("Time", DATE_TIME).withArguments(0, 1).limited(between("precision", 0, 6)),
            plain("Timetz", DATE_TIME).withArguments(0, 1).limited(between("precision", 0, 6)),
            plain("Boolean", BOOLEAN),
            plain("Bit", STRING).withArguments(0, 1).limited(between("length", 1, UNLIMITED)),
            plain("VarBit", STRING).withArguments(0, 1).limited(between("length", 1, UNLIMITED)),
            plain("Uuid", STRING),
            plain("Xml", STRING),
            plain("Json", JSON),
            plain("JsonB", JSON));

    static final Map<ScalarType, NativeType> POSTGRESQL_DEFAULTS = Map.of(
            STRING, type("Text"),
            BOOLEAN, type("Boolean"),
            INT, type("Integer"),
            BIG_INT, type("BigInt"),
            FLOAT, type("DoublePrecision"),
            DECIMAL, type("Decimal", 65, 30),
            DATE_TIME, type("Timestamp", 3),
            JSON, type("JsonB"),
            BYTES, type("ByteA"));

    static final List<NativeTypeDefinition> MYSQL = List.of(
            plain("Int", INT),
            plain("UnsignedInt", INT),
            plain("SmallInt", INT),
            plain("UnsignedSmallInt", INT),
            plain("TinyInt", BOOLEAN, INT),
            plain("UnsignedTinyInt", BOOLEAN, INT),
            plain("MediumInt", INT),
            plain("UnsignedMediumInt", INT),
            plain("BigInt", BIG_INT),
            plain("UnsignedBigInt", BIG_INT),
            plain("Decimal", DECIMAL).withArguments(0, 2).limited(decimal(0, 65, 30)),
            plain("Float", FLOAT),
            plain("Double", FLOAT),
            plain("Bit", BOOLEAN, BYTES).withArguments(1, 0).limited(NativeTypes::mysqlBit),
            plain("Char", STRING).withArguments(1, 0).limited(between("length", 0, 255)),
            plain("VarChar", STRING).withArguments(1, 0).limited(between("length", 0, 65535)),
            plain("Binary", BYTES).withArguments(1, 0),
            plain("VarBinary", BYTES).withArguments(1, 0),
            plain("TinyBlob", BYTES),
            plain("Blob", BYTES),
            plain("MediumBlob", BYTES),
            plain("LongBlob", BYTES),
            plain("TinyText", STRING),
            plain("Text", STRING),
            plain("MediumText", STRING),
            plain("LongText", STRING),
            plain("Date", DATE_TIME),
            plain("Time", DATE_TIME).withArguments(0, 1),
            plain("DateTime", DATE_TIME).withArguments(0, 1),
            plain("Timestamp", DATE_TIME).withArguments(0, 1),
            plain("Year", INT),
            plain("Json", JSON));

    static final Map<ScalarType, NativeType> MYSQL_DEFAULTS = Map.of(
            STRING, type("VarChar", 191),
            BOOLEAN, type("TinyInt"),
            INT, type("Int"),
            BIG_INT, type("BigInt"),
            FLOAT, type("Double"),
            DECIMAL, type("Decimal", 65, 30),
            DATE_TIME, type("DateTime", 3),
            JSON, type("Json"),
            BYTES, type("LongBlob"));

    static final List<NativeTypeDefinition> COCKROACHDB = List.of(
            plain("Bit", STRING).withArguments(0, 1).limited(between("length", 1, UNLIMITED)),
            plain("Bool", BOOLEAN),
            plain("Bytes", BYTES),
            plain("Char", STRING).withArguments(0, 1),
            plain("Date", DATE_TIME),
            plain("Decimal", DECIMAL).withArguments(0, 2).limited(decimal(1, 1000, UNLIMITED)),
            plain("Float4", FLOAT),
            plain("Float8", FLOAT),
            plain("Inet", STRING),
            plain("Int2", INT),
            plain("Int4", INT),
            plain("Int8", BIG_INT),
            plain("JsonB", JSON),
            plain("Oid", INT),
            plain("CatalogSingleChar", STRING),
            plain("String", STRING).withArguments(0, 1),
            plain("Time", DATE_TIME).withArguments(0, 1).limited(between("precision", 0, 6)),
            plain("Timestamp", DATE_TIME).withArguments(0, 1).limited(between("precision", 0, 6)),
            plain("Timestamptz", DATE_TIME).withArguments(0, 1).limited(between("precision", 0, 6)),
            plain("Timetz", DATE_TIME).withArguments(0, 1).limited(between("precision", 0, 6)),
            plain("Uuid", STRING),
            plain("VarBit", STRING).withArguments(0, 1).limited(between("length", 1, UNLIMITED)));

    static final Map<ScalarType, NativeType> COCKROACHDB_DEFAULTS = Map.of(
            STRING, type("String"),
            BOOLEAN, type("Bool"),
            INT, type("Int4"),
            BIG_INT, type("Int8"),
            FLOAT, type("Float8"),
            DECIMAL, type("Decimal", 65, 30),
            DATE_TIME, type("Timestamp", 3),
            JSON, type("JsonB"),
            BYTES, type("Bytes"));

    private NativeTypes() {}

    private static NativeType type(String name, Integer... arguments) {
        return new NativeType(name, List.of(arguments));
    }

    private static Optional<String> mysqlBit(List<Integer> arguments, ScalarType scalarType) {
        Optional<String> complaint = between("length", 1, 64).complaint(arguments, scalarType);
        if (complaint.isEmpty() && scalarType == BOOLEAN && arguments.get(0) > 1) {
            return Optional.of("a Boolean is a single bit: `Bit(1)`");
        }
        return complaint;
    }
}
