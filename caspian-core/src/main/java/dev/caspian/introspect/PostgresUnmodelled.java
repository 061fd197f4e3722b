package dev.caspian.introspect;

/** The query on what tables of PostgreSQL have and no schema can say. Its parameter is a database schema. */
final class PostgresUnmodelled {

    /** Of each kind there is one part; tables of extensions and partitions are nobody's. */
    static final String QUERY = """
            WITH owned AS (
              SELECT c.oid, c.relname, c.relkind, c.relrowsecurity
              FROM pg_catalog.pg_class c
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              WHERE n.nspname = ? AND NOT c.relispartition AND c.relkind IN ('r', 'p', 'v', 'm')
                AND c.relname <> '_prisma_migrations'
                AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                                WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
                                  AND d.deptype = 'e')
            ), found AS (
              SELECT 'VIEW' AS kind, relname, NULL::text AS name FROM owned WHERE relkind IN ('v', 'm')
              UNION ALL
              SELECT 'PARTITIONED_TABLE', relname, NULL FROM owned WHERE relkind = 'p'
              UNION ALL
              SELECT 'PARENT_TABLE', relname, NULL FROM owned
              WHERE relkind = 'r' AND EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i WHERE i.inhparent = owned.oid)
              UNION ALL
              SELECT 'ROW_LEVEL_SECURITY', relname, NULL FROM owned WHERE relrowsecurity
              UNION ALL
              SELECT CASE con.contype WHEN 'c' THEN 'CHECK_CONSTRAINT' ELSE 'EXCLUSION_CONSTRAINT' END,
                     relname, con.conname::text
              FROM owned JOIN pg_catalog.pg_constraint con ON con.conrelid = owned.oid AND con.contype IN ('c', 'x')
              UNION ALL
              SELECT 'DEFERRABLE_CONSTRAINT', relname, con.conname::text
              FROM owned JOIN pg_catalog.pg_constraint con ON con.conrelid = owned.oid AND con.contype IN ('p', 'u', 'f')
              WHERE con.condeferrable
              UNION ALL
              SELECT 'EXPRESSION_INDEX', relname, i.indexrelid::regclass::text
              FROM owned JOIN pg_catalog.pg_index i ON i.indrelid = owned.oid
              WHERE i.indexprs IS NOT NULL
              UNION ALL
              SELECT 'NULLS_ORDER', relname, i.indexrelid::regclass::text
              FROM owned JOIN pg_catalog.pg_index i ON i.indrelid = owned.oid
              WHERE i.indexprs IS NULL
                AND EXISTS (SELECT 1 FROM unnest(i.indoption::int2[]) AS o(flags) WHERE o.flags IN (1, 2))
              UNION ALL
              SELECT 'GENERATED_COLUMN', relname, a.attname::text
              FROM owned JOIN pg_catalog.pg_attribute a ON a.attrelid = owned.oid AND a.attgenerated <> ''
              UNION ALL
              SELECT 'TRIGGER', relname, t.tgname::text
              FROM owned JOIN pg_catalog.pg_trigger t ON t.tgrelid = owned.oid AND NOT t.tgisinternal
              UNION ALL
              SELECT 'COMMENT', relname, a.attname::text
              FROM owned
              JOIN pg_catalog.pg_description d ON d.objoid = owned.oid AND d.classoid = 'pg_catalog.pg_class'::regclass
              LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = owned.oid AND a.attnum = d.objsubid AND d.objsubid > 0
            )
            SELECT kind, ?::text, relname, name FROM found ORDER BY relname, kind, name NULLS FIRST""";

    private PostgresUnmodelled() {}
}
