package dev.caspian.codegen;

import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What a generation needs to know besides the schema.
 *
 * @param packageName the Java package of the generated classes
 */
public record GeneratorOptions(String packageName) {

    private static final Pattern PACKAGE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is no name of a package
     */
    public GeneratorOptions {
        if (!PACKAGE.matcher(packageName).matches() || !SourceVersion.isName(packageName)) {
            throw new IllegalArgumentException(
                    "`" + packageName + "` is no name of a Java package. Give one such as `com.example.app.db`.");
        }
    }
}
