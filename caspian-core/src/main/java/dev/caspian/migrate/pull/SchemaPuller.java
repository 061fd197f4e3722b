package dev.caspian.migrate.pull;

import dev.caspian.database.DatabaseState;
import dev.caspian.database.EnumDefinition;
import dev.caspian.database.Table;
import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.error.MigrationException;
import dev.caspian.introspect.Introspector;
import dev.caspian.introspect.Unmodelled;
import dev.caspian.migrate.ddl.EnumStorage;
import dev.caspian.migrate.ddl.MigrationDialect;
import dev.caspian.migrate.history.Recovery;
import dev.caspian.psl.CompiledSchema;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.psl.SchemaFormatter;
import dev.caspian.psl.analyse.PreviewFeature;
import dev.caspian.psl.ast.Block;
import dev.caspian.psl.ast.Document;
import dev.caspian.psl.parse.SchemaParser;
import dev.caspian.schema.EnumType;
import dev.caspian.schema.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Turns live databases into schemas. Immutable. */
public final class SchemaPuller {

    private final MigrationDialect dialect;

    public SchemaPuller(MigrationDialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Writes the schema of a database.
     *
     * @param files the schema as it is, which has at least a datasource
     * @param force whether to begin anew, with nothing but the datasource and the generators of {@code files}
     * @throws dev.caspian.psl.InvalidSchemaException if {@code files} are no valid schema
     * @throws MigrationException P4001 if the database is empty, P4002 if a foreign key leads out of the database schemas
     *     that are read, C3000 if the database cannot be read
     */
    public PulledSchema pull(DataSource dataSource, List<SourceFile> files, boolean force) {
        List<SourceFile> kept =
                force ? files.stream().map(SchemaPuller::withoutModels).toList() : files;
        ExistingSchema existing = new ExistingSchema(kept, dialect);
        Introspector introspector = Introspector.of(dialect.provider());
        DatabaseState live = introspector.introspect(dataSource, existing.namespaces());
        if (live.tables().isEmpty() && live.enums().isEmpty()) {
            throw new MigrationException(
                    "P4001",
                    "The database is empty, so there is nothing to pull. Create tables first, or write the schema and"
                            + " bring the database up to it: " + Recovery.push(),
                    null);
        }
        List<Unmodelled> unmodelled = introspector.unmodelled(dataSource, existing.namespaces());
        PullContext context = new PullContext(live, existing, dialect);
        return new Pull(context, live, new Remarks(context, unmodelled)).pulled(files);
    }

    private static SourceFile withoutModels(SourceFile file) {
        Document document = SchemaParser.parse(file, new Diagnostics());
        DocumentEditor editor = new DocumentEditor(document, block -> switch (block.keyword()) {
            case DATASOURCE, GENERATOR -> Optional.of(FieldWriter.source(block.span()));
            case MODEL, VIEW, ENUM, TYPE -> Optional.empty();
        });
        return new SourceFile(file.name(), editor.text());
    }

    /** One pull; confined to one call. */
    private final class Pull {

        private final PullContext context;
        private final DatabaseState live;
        private final Remarks remarks;

        Pull(PullContext context, DatabaseState live, Remarks remarks) {
            this.context = context;
            this.live = live;
            this.remarks = remarks;
        }

        PulledSchema pulled(List<SourceFile> before) {
            List<SourceFile> files = SchemaFormatter.format(edited()).entrySet().stream()
                    .map(formatted -> new SourceFile(formatted.getKey().name(), formatted.getValue()))
                    .toList();
            CompiledSchema compiled = SchemaCompiler.compile(files);
            List<String> warnings = new ArrayList<>(remarks.warnings(live));
            for (Diagnostic error : compiled.errors()) {
                warnings.add("The schema needs your help at " + error.span() + ": " + error.message());
            }
            return new PulledSchema(
                    files,
                    !files.equals(before),
                    (int) tables().count(),
                    live.enums().size(),
                    warnings);
        }

        private Stream<Table> tables() {
            return live.tables().stream()
                    .filter(table ->
                            !context.isJoinTable(table) && !table.columns().isEmpty());
        }

        private List<SourceFile> edited() {
            List<String> models = tables().filter(
                            table -> context.existing().model(table.name()).isEmpty())
                    .map(table -> new ModelWriter(context, table).write(remarks.comments(table)))
                    .toList();
            List<String> enums = live.enums().stream()
                    .filter(type -> context.existing().enumType(type.name()).isEmpty())
                    .map(type -> new EnumWriter(context.names(), type).write())
                    .toList();
            List<Document> documents = context.existing().documents();
            String home = NewModels.home(documents.stream().map(Document::file).toList());
            List<SourceFile> edited = new ArrayList<>();
            boolean placed = false;
            for (Document document : documents) {
                DocumentEditor editor = new DocumentEditor(document, this::edited);
                if (document.file().name().equals(home)) {
                    editor.add(models, enums);
                    placed = true;
                }
                edited.add(new SourceFile(document.file().name(), editor.text()));
            }
            if (!placed && !(models.isEmpty() && enums.isEmpty())) {
                DocumentEditor editor =
                        new DocumentEditor(new Document(new SourceFile(home, ""), List.of()), this::edited);
                editor.add(models, enums);
                edited.add(new SourceFile(home, editor.text()));
            }
            return edited;
        }

        /** The block as it stands now; empty if the database no longer has what it declares. */
        private Optional<String> edited(Block block) {
            return switch (block.keyword()) {
                case MODEL ->
                    edited(block, context.existing().schema().model(block.name().text()));
                case ENUM -> editedEnum(block);
                case GENERATOR -> Optional.of(editedGenerator(block));
                case DATASOURCE, VIEW, TYPE -> Optional.of(FieldWriter.source(block.span()));
            };
        }

        private Optional<String> edited(Block block, Model model) {
            return live.table(ExistingSchema.tableOf(model))
                    .filter(table -> !context.isJoinTable(table))
                    .map(table -> new ModelWriter(context, table).edit(model, block));
        }

        /** The first generator switches on what the schema needs. */
        private String editedGenerator(Block block) {
            boolean needed = live.tables().stream()
                            .flatMap(table -> table.indexes().stream())
                            .anyMatch(index -> index.condition() != null)
                    && !context.existing().has(PreviewFeature.PARTIAL_INDEXES)
                    && context.existing().generator().filter(block::equals).isPresent();
            return needed
                    ? GeneratorWriter.enable(block, PreviewFeature.PARTIAL_INDEXES)
                    : FieldWriter.source(block.span());
        }

        private Optional<String> editedEnum(Block block) {
            if (dialect.enumStorage() != EnumStorage.TYPE) {
                return Optional.of(FieldWriter.source(block.span()));
            }
            for (EnumDefinition type : live.enums()) {
                Optional<EnumType> known = context.existing().enumType(type.name());
                if (known.isPresent() && known.get().name().equals(block.name().text())) {
                    return Optional.of(new EnumWriter(context.names(), type).edit(known.get(), block));
                }
            }
            return Optional.empty();
        }
    }
}
