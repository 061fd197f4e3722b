package dev.caspian.psl.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the relation fields that formatting adds: the name of the model in camel case, and for a list its English
 * plural. The same words get the same plurals as from {@code prisma format}, the odd ones included.
 */
final class FieldNames {

    private record Ending(Pattern pattern, String replacement) {

        Ending(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement);
        }
    }

    private static final Map<String, String> IRREGULAR = Map.of(
            "ox", "oxen",
            "man", "men",
            "woman", "women",
            "die", "dice",
            "yes", "yeses",
            "foot", "feet",
            "eave", "eaves",
            "goose", "geese",
            "tooth", "teeth",
            "quiz", "quizzes");

    private static final Set<String> UNCOUNTABLE = Set.of(
            "accommodation",
            "adulthood",
            "advertising",
            "advice",
            "aggression",
            "aid",
            "air",
            "aircraft",
            "alcohol",
            "anger",
            "applause",
            "arithmetic",
            "assistance",
            "athletics",
            "bacon",
            "baggage",
            "beef",
            "biology",
            "blood",
            "botany",
            "bread",
            "butter",
            "carbon",
            "cardboard",
            "cash",
            "chalk",
            "chaos",
            "chess",
            "crossroads",
            "countryside",
            "dancing",
            "deer",
            "dignity",
            "dirt",
            "dust",
            "economics",
            "education",
            "electricity",
            "engineering",
            "enjoyment",
            "envy",
            "equipment",
            "ethics",
            "evidence",
            "evolution",
            "fame",
            "fiction",
            "flour",
            "flu",
            "food",
            "fuel",
            "fun",
            "furniture",
            "gallows",
            "garbage",
            "garlic",
            "genetics",
            "gold",
            "golf",
            "gossip",
            "grammar",
            "gratitude",
            "grief",
            "guilt",
            "gymnastics",
            "happiness",
            "hardware",
            "harm",
            "hate",
            "hatred",
            "health",
            "heat",
            "help",
            "homework",
            "honesty",
            "honey",
            "hospitality",
            "housework",
            "humour",
            "hunger",
            "hydrogen",
            "ice",
            "importance",
            "inflation",
            "information",
            "innocence",
            "iron",
            "irony",
            "jam",
            "jewelry",
            "judo",
            "karate",
            "knowledge",
            "lack",
            "laughter",
            "lava",
            "leather",
            "leisure",
            "lightning",
            "linguine",
            "linguini",
            "linguistics",
            "literature",
            "litter",
            "livestock",
            "logic",
            "loneliness",
            "luck",
            "luggage",
            "macaroni",
            "machinery",
            "magic",
            "management",
            "mankind",
            "marble",
            "mathematics",
            "mayonnaise",
            "measles",
            "methane",
            "milk",
            "money",
            "mud",
            "music",
            "mumps",
            "nature",
            "news",
            "nitrogen",
            "nonsense",
            "nurture",
            "nutrition",
            "obedience",
            "obesity",
            "oxygen",
            "pasta",
            "patience",
            "physics",
            "poetry",
            "pollution",
            "poverty",
            "pride",
            "psychology",
            "publicity",
            "punctuation",
            "quartz",
            "racism",
            "relaxation",
            "reliability",
            "research",
            "respect",
            "revenge",
            "rice",
            "rubbish",
            "rum",
            "safety",
            "scenery",
            "seafood",
            "seaside",
            "series",
            "shame",
            "sheep",
            "shopping",
            "sleep",
            "smoke",
            "smoking",
            "snow",
            "soap",
            "software",
            "soil",
            "spaghetti",
            "species",
            "steam",
            "stuff",
            "stupidity",
            "sunshine",
            "symmetry",
            "tennis",
            "thirst",
            "thunder",
            "timber",
            "traffic",
            "transportation",
            "trust",
            "underwear",
            "unemployment",
            "unity",
            "validity",
            "veal",
            "vegetation",
            "vegetarianism",
            "vengeance",
            "violence",
            "vitality",
            "warmth",
            "wealth",
            "weather",
            "welfare",
            "wheat",
            "wildlife",
            "wisdom",
            "yoga",
            "zinc",
            "zoology");

    /** The first ending that fits decides. */
    private static final List<Ending> ENDINGS = List.of(
            new Ending("(\\w*eaux)$", ""),
            new Ending("(\\w*(child))(?:ren)?$", "ren"),
            new Ending("(\\w*(pe))(?:rson|ople)$", "ople"),
            new Ending("(\\w*(m|l))(?:ice|ouse)$", "ice"),
            new Ending("(\\w*(matr|cod|mur|sil|vert|ind|append))(?:ix|ex)$", "ices"),
            new Ending("(\\w*(x|ch|ss|sh|zz))$", "es"),
            new Ending("(\\w*(x|ch|ss|sh|zz)es)$", ""),
            new Ending("(\\w*([^ch][ieo][ln]))ey$", "ies"),
            new Ending("(\\w*([^aeiouy]|qu))y$", "ies"),
            new Ending("(\\w*(ar|l|ea|eo|oa|hoo))f$", "ves"),
            new Ending("(\\w*(kni|wi|li))fe$", "ves"),
            new Ending("(\\w*)sis$", "ses"),
            new Ending(
                    "(\\w*(apheli|hyperbat|periheli|asyndet|noumen|phenomen|criteri|organ|prolegomen|hedr|automat))"
                            + "(?:a|on)$",
                    "a"),
            new Ending(
                    "(\\w*(agend|addend|millenni|dat|extrem|bacteri|desiderat|strat|candelabr|errat|ov|symposi"
                            + "|curricul|automat|quor))(?:a|um)$",
                    "a"),
            new Ending("(\\w*(her|at|gr))o$", "oes"),
            new Ending("(\\w*(seraph|cherub))(?:im)?$", "im"),
            new Ending("(\\w*(alumn|alg|vertebr))(?:a|ae)$", "ae"),
            new Ending(
                    "(\\w*(alumn|syllab|octop|vir|radi|nucle|fung|cact|stimul|termin|bacill|foc|uter|loc|strat))"
                            + "(?:us|i)$",
                    "i"),
            new Ending("(\\w*([^l]ias|[aeiou]las|[emjzr]as|[iu]am))$", ""),
            new Ending("(\\w*(e[mn]u))s?$", "s"),
            new Ending("(\\w*(alias|[^aou]us|tlas|gas|ris))$", "es"),
            new Ending("(\\w*(ax|test))is$", "es"),
            new Ending("(\\w*([^aeiou]ese))$", ""),
            new Ending("(\\w*)s$", "s"));

    private FieldNames() {}

    /** {@code blogPost} for {@code BlogPost}, {@code blog_post} and {@code Blog-post}. */
    static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        boolean newWord = false;
        int before = ' ';
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            int c = name.codePointAt(i);
            if (!Character.isLetterOrDigit(c)) {
                newWord = !camel.isEmpty();
            } else if (Character.isDigit(c)) {
                newWord = true;
                camel.appendCodePoint(c);
            } else if (newWord || (Character.isLowerCase(before) && Character.isUpperCase(c))) {
                newWord = false;
                camel.appendCodePoint(upper(c));
            } else {
                before = c;
                camel.appendCodePoint(lower(c));
            }
        }
        return camel.toString();
    }

    /** Only the letters of ASCII change their case. */
    private static int upper(int c) {
        return c < 128 ? Character.toUpperCase(c) : c;
    }

    private static int lower(int c) {
        return c < 128 ? Character.toLowerCase(c) : c;
    }

    /** {@code cities} for {@code city}. */
    static String plural(String word) {
        if (UNCOUNTABLE.contains(word)) {
            return word;
        }
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        for (Ending ending : ENDINGS) {
            Matcher matcher = ending.pattern().matcher(word);
            if (matcher.find()) {
                return matcher.group(1) + ending.replacement();
            }
        }
        return word + "s";
    }

    /** {@code blogPost} for {@code BlogPost}: only the first letter changes. */
    static String lowerFirst(String name) {
        return change(name, name.substring(0, first(name)).toLowerCase(Locale.ROOT));
    }

    /** {@code BlogPost} for {@code blogPost}: only the first letter changes. */
    static String upperFirst(String name) {
        return change(name, name.substring(0, first(name)).toUpperCase(Locale.ROOT));
    }

    private static String change(String name, String start) {
        return start + name.substring(first(name));
    }

    private static int first(String name) {
        return Character.charCount(name.codePointAt(0));
    }
}
