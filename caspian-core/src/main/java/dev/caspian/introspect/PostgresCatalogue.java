package dev.caspian.introspect;

/** The queries on the catalogues of PostgreSQL. Their parameters are a database schema and a table. */
final class PostgresCatalogue {

    static final String NAMESPACES =
            "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'"
                    + " ORDER BY nspname";

    /** Tables that an extension made belong to it. */
    static final String TABLES = """
            SELECT c.relname
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND c.relname <> '_prisma_migrations'
              AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                              WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            ORDER BY c.relname""";

    static final String ENUMS = """
            SELECT t.typname, array_agg(e.enumlabel::text ORDER BY e.enumsortorder)
            FROM pg_catalog.pg_type t
            JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid
            WHERE n.nspname = ?
            GROUP BY t.typname
            ORDER BY t.typname""";

    /**
     * The type of an array column is that of its elements, whose type modifier the column holds; that of a domain is the
     * one below it.
     */
    static final String COLUMNS = """
            SELECT a.attname AS name,
                   a.attnotnull AS is_required,
                   a.attidentity <> '' AS is_identity,
                   a.attgenerated <> '' AS is_generated,
                   t.typcategory = 'A' AND t.typtype <> 'd' AS is_list,
                   e.typname AS type_name,
                   en.nspname AS type_schema,
                   CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE a.atttypmod END AS modifier,
                   pg_catalog.format_type(e.oid, a.atttypmod) AS spelling,
                   pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS default_value,
                   (SELECT s.relname FROM pg_catalog.pg_depend o
                    JOIN pg_catalog.pg_class s ON s.oid = o.objid AND s.relkind = 'S'
                    WHERE o.classid = 'pg_catalog.pg_class'::regclass AND o.refobjid = a.attrelid
                      AND o.refobjsubid = a.attnum AND o.deptype IN ('a', 'i')
                    LIMIT 1) AS sequence_name
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            JOIN pg_catalog.pg_type e ON e.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype
                                                      WHEN t.typcategory = 'A' THEN t.typelem
                                                      ELSE t.oid END
            JOIN pg_catalog.pg_namespace en ON en.oid = e.typnamespace
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE n.nspname = ? AND c.relname = ? AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum""";

    /** Indexes on expressions are nothing that a schema could ask for. */
    static final String INDEXES = """
            SELECT ic.relname AS name,
                   i.indisprimary AS is_primary,
                   i.indisunique AS is_unique,
                   am.amname AS method,
                   array_agg(a.attname::text ORDER BY k.position) AS columns,
                   array_agg(CASE WHEN i.indoption[k.position - 1] & 1 = 1 THEN 'DESC' ELSE 'ASC' END
                             ORDER BY k.position) AS orders,
                   array_agg(CASE WHEN oc.opcdefault THEN NULL ELSE oc.opcname::text END ORDER BY k.position) AS classes,
                   array_agg(oc.opcname::text ORDER BY k.position) AS class_names,
                   pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS condition
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
            JOIN pg_catalog.pg_am am ON am.oid = ic.relam
            CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(number, position)
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
            JOIN pg_catalog.pg_opclass oc ON oc.oid = i.indclass[k.position - 1]
            WHERE n.nspname = ? AND c.relname = ? AND i.indexprs IS NULL AND NOT i.indisexclusion
              AND k.position <= i.indnkeyatts
            GROUP BY ic.oid, ic.relname, i.indisprimary, i.indisunique, am.amname, i.indpred, i.indrelid
            ORDER BY ic.relname""";

    static final String FOREIGN_KEYS = """
            SELECT con.conname AS name,
                   rn.nspname AS referenced_schema,
                   rc.relname AS referenced_table,
                   con.confdeltype AS on_delete,
                   con.confupdtype AS on_update,
                   (SELECT array_agg(a.attname::text ORDER BY k.position)
                    FROM unnest(con.conkey) WITH ORDINALITY AS k(number, position)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.number) AS columns,
                   (SELECT array_agg(a.attname::text ORDER BY k.position)
                    FROM unnest(con.confkey) WITH ORDINALITY AS k(number, position)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.number)
                       AS referenced_columns
            FROM pg_catalog.pg_constraint con
            JOIN pg_catalog.pg_class c ON c.oid = con.conrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_class rc ON rc.oid = con.confrelid
            JOIN pg_catalog.pg_namespace rn ON rn.oid = rc.relnamespace
            WHERE n.nspname = ? AND c.relname = ? AND con.contype = 'f' AND con.conparentid = 0
            ORDER BY con.conname""";

    static final String EXTENSIONS = """
            SELECT e.extname, n.nspname, e.extversion
            FROM pg_catalog.pg_extension e
            JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
            ORDER BY e.extname""";

    private PostgresCatalogue() {}
}
