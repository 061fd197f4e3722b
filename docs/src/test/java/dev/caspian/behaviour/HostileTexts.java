package dev.caspian.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up texts that want to be more than text: in SQL, in patterns, in Json and its paths, in formats. */
public final class HostileTexts {

    private static final List<String> FRAGMENTS = List.of(
            "'",
            "''",
            "\"",
            "\"\"",
            "`",
            "[",
            "]",
            "\\",
            "\\'",
            "\\\\",
            "%",
            "_",
            "%%",
            "\\%",
            "\\_",
            "*",
            "?",
            "??",
            ";",
            "--",
            "-- ",
            "#",
            "/*",
            "*/",
            "/* */",
            "(",
            ")",
            "))",
            ",",
            ":name",
            ":1",
            "$1",
            "?1",
            "@a",
            "$$",
            "$a$",
            "E'",
            "U&'",
            "x'",
            "||",
            "=",
            "<>",
            "::text",
            "{",
            "}",
            "${a}",
            "#{a}",
            "{0}",
            "%s",
            "%n",
            "%1$s",
            "$",
            "$[0]",
            "$.a",
            "[#-1]",
            "{a,b}",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "\u000b",
            "\u001a",
            "\u0085",
            "\u2028",
            "\u202e",
            "\u200f",
            "\u200b",
            "\ufeff",
            "\u00a0",
            "\u02bc",
            "\u2019",
            "\uff07",
            "\uff02",
            "\u037e",
            "\uff1b",
            "\u2014",
            "\u0130",
            "\u017f",
            "\u212a",
            "\u00df",
            "e\u0301",
            "\ud83d\ude00",
            "\udbff\udfff",
            "\uffff",
            "NULL",
            "null",
            "true",
            "0",
            "1",
            "-1",
            "1e309",
            "0x1",
            "a",
            "A",
            "",
            " ");

    private static final List<String> ATTACKS = List.of(
            "' OR '1'='1",
            "' OR 1=1 --",
            "' OR 1=1 /*",
            "') OR ('1'='1",
            "\" OR \"\"=\"",
            "1 OR 1=1",
            "admin'--",
            "' UNION SELECT email, name FROM users --",
            "' UNION ALL SELECT NULL, NULL, sqlite_version() --",
            "'; DROP TABLE users; --",
            "\"; DROP TABLE \"users\"; --",
            "'); DELETE FROM \"users\"; --",
            "'; UPDATE users SET name = 'x'; --",
            "\\'; DROP TABLE users; --",
            "$$; DROP TABLE users; $$",
            "E'\\'; DROP TABLE users; --",
            "'||(SELECT email FROM users LIMIT 1)||'",
            "' AND (SELECT pg_sleep(9)) IS NULL --",
            "'; COPY users TO PROGRAM 'id'; --",
            "'; ATTACH DATABASE 'x.db' AS x; --",
            "' AND load_extension('x') --",
            "x' ESCAPE 'x",
            "%' ESCAPE '%",
            "' COLLATE NOCASE --",
            "{\"a\":\"' OR 1=1 --\"}",
            "$.a') = 1 OR ('1'='1",
            "a\",\"b",
            "{a\\\"b,c}",
            "}'; DROP TABLE users; --",
            "${jndi:ldap://x/a}",
            "%c0%a7",
            "\u02bc OR 1=1 --",
            "\uff07 OR 1=1 --",
            "\u202e--1=1 RO '");

    private HostileTexts() {}

    /** Some of an endless row of texts, all of which every database can store: known attacks, and others in between. */
    public static List<String> storable(long seed, int from, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            texts.add(i % 2 == 0 ? ATTACKS.get(i / 2 % ATTACKS.size()) : text(new Random(seed * 1_000_003 + i)));
        }
        return texts;
    }

    /** The same; some have the character 0 or half of a character. */
    public static List<String> any(long seed, int from, int count) {
        List<String> texts = storable(seed, from, count);
        for (int i = 0; i < count; i++) {
            if ((from + i) % 25 == 0) {
                texts.set(i, texts.get(i) + ((from + i) % 2 == 0 ? "\0' OR 1=1 --" : "\ud83d' OR 1=1 --"));
            }
        }
        return texts;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int parts = 1 + random.nextInt(6); parts > 0; parts--) {
            text.append(random.nextInt(5) == 0 ? pick(random, ATTACKS) : pick(random, FRAGMENTS));
        }
        return random.nextInt(100) == 0 ? text.toString().repeat(200) : text.toString();
    }

    private static String pick(Random random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
