package dev.caspian.migrate.history;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/**
 * Migrations on the class path, also inside of the jar of an application. Such a jar must have entries for its
 * directories, as those of Maven, Gradle and Spring Boot have.
 */
final class MigrationResources implements MigrationSource {

    private final String location;
    private final PathMatchingResourcePatternResolver resolver;

    MigrationResources(String location, ClassLoader classLoader) {
        this.location = "classpath*:" + StringUtils.trimTrailingCharacter(location, '/') + "/";
        this.resolver = new PathMatchingResourcePatternResolver(classLoader);
    }

    @Override
    public MigrationFiles read() {
        try {
            Map<String, Migration> migrations = new TreeMap<>();
            for (Resource script : resolver.getResources(location + "*/migration.sql")) {
                String name = folder(script);
                migrations.put(name, Migration.of(name, script.getContentAsByteArray()));
            }
            return new MigrationFiles(migrations.values().stream().toList(), provider());
        } catch (IOException e) {
            throw HistoryErrors.files("The migrations at `" + location + "` cannot be read", e);
        }
    }

    private static String folder(Resource script) throws IOException {
        String[] path = script.getURL().getPath().split("/", -1);
        return path[path.length - 2];
    }

    private @Nullable String provider() throws IOException {
        for (Resource lock : resolver.getResources(location + LockFile.NAME)) {
            return LockFile.provider(lock.getContentAsByteArray());
        }
        return null;
    }
}
