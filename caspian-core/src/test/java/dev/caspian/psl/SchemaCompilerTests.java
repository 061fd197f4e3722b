package dev.caspian.psl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.provider.NativeType;
import dev.caspian.provider.Provider;
import dev.caspian.provider.ScalarType;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.DefaultValue;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.ReferentialAction;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaCompilerTests {

    private static Schema compile(String text) {
        return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", text)))
                .orThrow();
    }

    private static final String SHOP = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }

            generator client {
              provider        = "caspian"
              output          = "../generated"
              previewFeatures = ["views"]
              packageName     = "shop"
            }

            /// Who buys.
            model Customer {
              id        Int      @id @default(autoincrement())
              /// The address to write to.
              email     String   @unique @map("mail") @db.VarChar(255) /// Checked.
              role      Role     @default(USER)
              tags      String[] @default(["new"])
              balance   Decimal  @default("0.00")
              createdAt DateTime @default(now())
              updatedAt DateTime @updatedAt
              note      String?  @ignore
              raw       Unsupported("polygon")?
              orders    Order[]
              friends   Customer[] @relation("Friends")
              friendOf  Customer[] @relation("Friends")

              @@index([createdAt(sort: Desc), role])
              @@map("customers")
            }

            model Order {
              tenant     Int
              number     Int
              customerId Int?
              customer   Customer? @relation(fields: [customerId], references: [id], onDelete: SetNull)
              coupon     String    @default(uuid(7))

              @@id([tenant, number], name: "tenantNumber")
              @@unique([tenant, coupon], map: "coupon_once")
            }

            enum Role {
              USER
              ADMIN @map("administrator")

              @@map("roles")
            }
            """;

    @Test
    void readsTheConfiguration() {
        Schema schema = compile(SHOP);

        Datasource datasource = schema.datasource().orElseThrow();
        assertThat(datasource.provider()).isEqualTo(Provider.POSTGRESQL);
        assertThat(datasource.url()).isEqualTo(new Datasource.Text.Environment("DATABASE_URL"));
        assertThat(schema.generators()).singleElement().satisfies(generator -> {
            assertThat(generator.provider()).isEqualTo("caspian");
            assertThat(generator.output()).isEqualTo("../generated");
            assertThat(generator.previewFeatures()).containsExactly("views");
            assertThat(generator.configuration()).containsEntry("packageName", "shop");
        });
    }

    @Test
    void readsColumns() {
        Model customer = compile(SHOP).model("Customer");

        assertThat(customer.databaseName()).isEqualTo("customers");
        assertThat(customer.documentation()).isEqualTo("Who buys.");
        assertThat(customer.scalarField("email")).satisfies(email -> {
            assertThat(email.databaseName()).isEqualTo("mail");
            assertThat(email.type())
                    .isEqualTo(new FieldType.Scalar(ScalarType.STRING, new NativeType("VarChar", List.of(255))));
            assertThat(email.documentation()).isEqualTo("The address to write to.\nChecked.");
        });
        assertThat(customer.scalarField("tags")).satisfies(tags -> {
            assertThat(tags.arity()).isEqualTo(Arity.LIST);
            assertThat(tags.defaultValue())
                    .isEqualTo(new DefaultValue.ListOf(List.of(new DefaultValue.Literal("new"))));
        });
        assertThat(customer.scalarField("role").defaultValue()).isEqualTo(new DefaultValue.EnumValue("USER"));
        assertThat(customer.scalarField("balance").defaultValue()).isEqualTo(new DefaultValue.Literal("0.00"));
        assertThat(customer.scalarField("updatedAt").updatedAt()).isTrue();
        assertThat(customer.scalarField("note").ignored()).isTrue();
        assertThat(customer.scalarField("raw").type()).isEqualTo(new FieldType.Unsupported("polygon"));
    }

    @Test
    void readsEnums() {
        assertThat(compile(SHOP).enums()).singleElement().satisfies(role -> {
            assertThat(role.databaseName()).isEqualTo("roles");
            assertThat(role.values())
                    .extracting(value -> value.databaseName())
                    .containsExactly("USER", "administrator");
        });
    }

    @Test
    void namesKeysAndIndexesAsPrismaDoes() {
        Schema schema = compile(SHOP);

        assertThat(schema.model("Customer").indexes())
                .extracting(Index::databaseName)
                .containsExactly("customers_pkey", "customers_mail_key", "customers_createdAt_role_idx");
        assertThat(schema.model("Order").indexes())
                .extracting(Index::databaseName)
                .containsExactly("Order_pkey", "coupon_once");
        assertThat(schema.model("Order").uniqueKeys())
                .extracting(Index::selectorName)
                .containsExactly("tenantNumber", "tenant_coupon");
    }

    @Test
    void pairsRelations() {
        Schema schema = compile(SHOP);

        RelationField customer = schema.model("Order").relationField("customer");
        assertThat(customer.holdsForeignKey()).isTrue();
        assertThat(customer.opposite().name()).isEqualTo("orders");
        assertThat(customer.relation()).isInstanceOfSatisfying(Relation.ForeignKey.class, key -> {
            assertThat(key.name()).isEqualTo("CustomerToOrder");
            assertThat(key.constraintName()).isEqualTo("Order_customerId_fkey");
            assertThat(key.onDelete()).isEqualTo(ReferentialAction.SET_NULL);
            assertThat(key.onUpdate()).isEqualTo(ReferentialAction.CASCADE);
        });
        RelationField friends = schema.model("Customer").relationField("friends");
        assertThat(friends.relation()).isInstanceOfSatisfying(Relation.ManyToMany.class, table -> {
            assertThat(table.tableName()).isEqualTo("_Friends");
            assertThat(table.a().name()).isEqualTo("friendOf");
            assertThat(table.b().name()).isEqualTo("friends");
        });
    }

    @Test
    void cutsMadeNamesToTheBytesThatTheDatabaseTakes() {
        String long60 = "n".repeat(58) + "é";
        Schema schema =
                compile("datasource db {\n  provider = \"postgresql\"\n}\nmodel T {\n  id Int @id\n  a Int @unique"
                        + "\n  @@map(\"" + long60 + "\")\n}\n");

        assertThat(schema.model("T").indexes())
                .extracting(Index::databaseName)
                .containsExactly("n".repeat(58) + "_pkey", "n".repeat(58) + "_key");
    }

    @Test
    void leavesPrimaryKeysUnnamedWhereTheDatabaseDoes() {
        Schema schema = compile("datasource db {\n  provider = \"mysql\"\n}\nmodel T {\n  id Int @id\n}\n");

        assertThat(schema.model("T").indexes()).extracting(Index::databaseName).containsExactly((String) null);
    }

    @Test
    void ordersIndexesAsMigrationsCreateThem() {
        Schema schema = compile("""
                model T {
                  @@unique([a, b])
                  @@index([b])
                  b  Int @unique
                  a  Int @unique
                  id Int @id
                }
                """);

        assertThat(schema.model("T").indexes())
                .extracting(Index::databaseName)
                .containsExactly(null, "T_b_key", "T_a_key", "T_b_idx", "T_a_b_key");
    }

    @Test
    void readsTheConditionsOfPartialIndexes() {
        Schema schema = compile("""
                generator g {
                  provider        = "caspian"
                  previewFeatures = ["partialIndexes"]
                }

                datasource db {
                  provider = "sqlite"
                }

                model T {
                  id Int     @id
                  a  Int
                  b  String?

                  @@index([a], where: raw("a > 1"))
                  @@unique([a], where: { a: 5, b: { not: null } })
                }
                """);
        Model model = schema.model("T");

        assertThat(model.indexes())
                .extracting(Index::condition)
                .containsExactly(
                        null,
                        new Index.Condition.Sql("a > 1"),
                        new Index.Condition.Fields(List.of(
                                new Index.Comparison(model.scalarField("a"), false, "5"),
                                new Index.Comparison(model.scalarField("b"), true, null))));
    }

    @Test
    void readsEveryDefaultFunction() {
        Model model = compile("""
                        datasource db {
                          provider = "cockroachdb"
                        }

                        model T {
                          a BigInt   @id @default(autoincrement())
                          b DateTime @default(now())
                          c String   @default(uuid())
                          d String   @default(cuid(2))
                          e String   @default(ulid())
                          f String   @default(nanoid())
                          g String   @default(dbgenerated("x()"))
                          h String   @default(dbgenerated())
                          i Int      @default(sequence(virtual: true, start: 5))
                          j Boolean  @default(false)
                          k Int[]    @default([1, 2])
                        }
                        """).model("T");

        assertThat(model.scalarFields())
                .extracting(field -> field.defaultValue())
                .containsExactly(
                        new DefaultValue.Autoincrement(),
                        new DefaultValue.Now(),
                        new DefaultValue.Uuid(4),
                        new DefaultValue.Cuid(2),
                        new DefaultValue.Ulid(),
                        new DefaultValue.Nanoid(21),
                        new DefaultValue.DbGenerated("x()"),
                        new DefaultValue.DbGenerated(null),
                        new DefaultValue.Sequence(true, null, null, null, null, 5L),
                        new DefaultValue.Literal("false"),
                        new DefaultValue.ListOf(List.of(new DefaultValue.Literal("1"), new DefaultValue.Literal("2"))));
    }

    @Test
    void throwsTheErrorsInOneMessage() {
        assertThatThrownBy(() -> compile("model User {\n  id Strin @id\n}\n"))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessage("""
                        The schema has an error.

                        error: The type `Strin` does not exist. Did you mean `String`?
                          --> schema.prisma:2:6
                           |
                         1 | model User {
                         2 |   id Strin @id
                           |      ^^^^^
                        """);
    }

    @Test
    void refusesAnEmptySchema() {
        assertThat(SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", "\n")))
                        .errors())
                .singleElement()
                .extracting(error -> error.rule())
                .isEqualTo(FileRule.EMPTY_SCHEMA);
    }
}
