package dev.caspian.migrate.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnType;
import dev.caspian.migrate.PostgresServer;
import dev.caspian.migrate.diff.CastRisk;
import dev.caspian.provider.NativeType;
import dev.caspian.provider.ScalarType;
import dev.caspian.schema.Arity;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresCastsTests {

    private static final List<String> TYPES = List.of(
            "SmallInt",
            "Integer",
            "BigInt",
            "Oid",
            "Real",
            "DoublePrecision",
            "Decimal",
            "Decimal(8,2)",
            "Money",
            "Text",
            "VarChar",
            "VarChar(20)",
            "Char",
            "Char(40)",
            "Citext",
            "Inet",
            "Uuid",
            "Xml",
            "Bit",
            "Bit(4)",
            "VarBit",
            "VarBit(6)",
            "Boolean",
            "Date",
            "Time",
            "Time(3)",
            "Timetz",
            "Timetz(3)",
            "Timestamp",
            "Timestamp(3)",
            "Timestamptz",
            "Timestamptz(3)",
            "Json",
            "JsonB",
            "ByteA");

    private static NativeType type(String text) {
        int open = text.indexOf('(');
        if (open < 0) {
            return new NativeType(text, List.of());
        }
        List<Integer> arguments = new ArrayList<>();
        for (String argument : text.substring(open + 1, text.length() - 1).split(",", -1)) {
            arguments.add(Integer.valueOf(argument));
        }
        return new NativeType(text.substring(0, open), arguments);
    }

    private static String sql(NativeType type) {
        ColumnType columnType = new ColumnType.Scalar(ScalarType.STRING, type);
        Column column = new Column("c", columnType, Arity.OPTIONAL, null, false, false);
        return new PostgresTypes().spell(type, column);
    }

    /** Whatever is not called impossible must be possible: PostgreSQL is asked for every pair of types. */
    @Test
    void promisesNoCastThatPostgresqlRefuses() throws SQLException {
        List<String> refused = new ArrayList<>();
        try (Connection connection = PostgresServer.newDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION citext");
            for (String from : TYPES) {
                for (String to : TYPES) {
                    if (PostgresCasts.risk(type(from), type(to)) == CastRisk.NOT_CASTABLE) {
                        continue;
                    }
                    statement.execute("DROP TABLE IF EXISTS t");
                    statement.execute("CREATE TABLE t (c " + sql(type(from)) + ")");
                    try {
                        statement.execute("ALTER TABLE t ALTER COLUMN c SET DATA TYPE " + sql(type(to)));
                    } catch (SQLException e) {
                        refused.add(from + " to " + to);
                    }
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Integer        | BigInt         | SAFE
            BigInt         | Integer        | RISKY
            Integer        | Decimal(12,2)  | SAFE
            Integer        | Decimal(11,2)  | RISKY
            Integer        | VarChar(11)    | SAFE
            Integer        | VarChar(10)    | RISKY
            Integer        | Boolean        | NOT_CASTABLE
            Decimal(9,0)   | Integer        | SAFE
            Decimal(10,0)  | Integer        | RISKY
            Decimal(10,2)  | Decimal(12,4)  | SAFE
            Decimal(10,2)  | Decimal(12,5)  | RISKY
            Decimal        | Decimal(12,2)  | RISKY
            VarChar(10)    | VarChar(20)    | SAFE
            VarChar(20)    | VarChar(10)    | RISKY
            Text           | VarChar        | SAFE
            Text           | VarChar(10)    | RISKY
            Text           | Integer        | NOT_CASTABLE
            Timestamp(3)   | Timestamp      | NONE
            Timestamp      | Timestamp(3)   | NONE
            Timestamp(3)   | Timestamp(6)   | SAFE
            Timestamp(3)   | Timestamptz(3) | SAFE
            Date           | Time           | NOT_CASTABLE
            Uuid           | Char(36)       | SAFE
            Uuid           | VarChar(20)    | NOT_CASTABLE
            Char           | Char(1)        | NONE
            Json           | JsonB          | SAFE
            Money          | Integer        | NOT_CASTABLE
            """)
    void weighsEachCast(String from, String to, CastRisk risk) {
        assertThat(PostgresCasts.risk(type(from), type(to))).isEqualTo(risk);
    }
}
