package dev.migrate.boot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Entities;
import dev.migrate.generate.EntityModel;
import dev.migrate.lint.Severity;
import dev.migrate.scratch.H2Scratch;
import dev.migrate.scratch.PostgresqlScratch;
import dev.migrate.scratch.Scratch;
import dev.migrate.script.JavaMigration;
import dev.migrate.script.JavaPlace;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.ResourceScriptSource;
import dev.migrate.script.ScriptSource;
import dev.migrate.service.Autogeneration;
import dev.migrate.service.Connections;
import dev.migrate.service.DatabaseCreation;
import dev.migrate.service.DefaultMigrationService;
import dev.migrate.service.EngineSettings;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.service.MigrationService;
import dev.migrate.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The command line on a real engine, without a process: what was typed, what came out.
 */
final class CommandDesk implements Workplaces, Workplace {

	private final TestDatabase database;

	private final Path folder;

	private final List<MigrationScript> classes = new ArrayList<>();

	private @Nullable EntityModel entities;

	private DataSource dataSource;

	private EngineSettings settings = EngineSettings.DEFAULT;

	private @Nullable Autogeneration autogeneration;

	private StringWriter out = new StringWriter();

	private StringWriter err = new StringWriter();

	CommandDesk(TestDatabase database, Path folder) {
		this.database = database;
		this.folder = folder;
		this.dataSource = database.dataSource();
	}

	/** Let the application connect in another way. */
	void connectsWith(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/** Let an upgrade be refused for what is found in revisions. */
	void failsOn(@Nullable Severity limit) {
		this.settings = EngineSettings.DEFAULT.failingOn(limit);
	}

	/** Run a command where nobody sits, and return the exit code. */
	int run(String... arguments) {
		return run(Terminal.unattended(new PrintWriter(fresh()), new PrintWriter(this.err)), arguments);
	}

	/** Run a command where somebody sits and answers. */
	int answer(String answer, String... arguments) {
		StringWriter results = fresh();
		return run(Terminal.attended(new PrintWriter(results), new PrintWriter(this.err), new StringReader(answer)),
				arguments);
	}

	private StringWriter fresh() {
		this.out = new StringWriter();
		this.err = new StringWriter();
		return this.out;
	}

	int run(Terminal terminal, String... arguments) {
		this.autogeneration = null;
		return new DbCommandLine(this, terminal, new Interruption()).run(List.of(arguments));
	}

	/** Return the result, durations left out. */
	String out() {
		return this.out.toString().replaceAll("\\d+ ms|\\d+\\.\\d s", "0 ms");
	}

	String err() {
		return this.err.toString();
	}

	Path folder() {
		return this.folder;
	}

	void revision(String id, String revises, String message, String up, String down) {
		write(id + ".sql", """
				-- %s
				--
				-- revision: %s
				-- revises: %s

				-- migrate:upgrade
				%s;

				-- migrate:downgrade
				%s;
				""".formatted(message, id, revises, up, down));
	}

	void write(String name, String text) {
		try {
			Files.writeString(this.folder.resolve(name), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Let the application have a revision that is a class. */
	void revision(JavaMigration migration) {
		this.classes.add(migration);
	}

	private List<ScriptSource> sources() {
		List<MigrationScript> found = List.copyOf(this.classes);
		return List.of(source(), new ScriptSource() {

			@Override
			public List<MigrationScript> load() {
				return found;
			}

			@Override
			public String fingerprint() {
				return found.toString();
			}

			@Override
			public boolean isEmpty() {
				return found.isEmpty();
			}

			@Override
			public List<String> locations() {
				return List.of();
			}

		});
	}

	private ResourceScriptSource source() {
		return new ResourceScriptSource(new PathMatchingResourcePatternResolver(),
				List.of(this.folder.toUri().toString()));
	}

	@Override
	public MigrationDatabases databases() {
		MigrationService service = new DefaultMigrationService(Connections.of(this.dataSource),
				new Dialects(List.of(new PostgresqlDialect(), new H2Dialect())), sources(), this.settings, List.of());
		return new MigrationDatabases(Map.of(MigrationDatabases.DEFAULT, service));
	}

	@Override
	public Workplace at(String name) {
		return this;
	}

	@Override
	public Path target(@Nullable String directory, MigrationFolder known) {
		return (directory != null) ? Path.of(directory) : this.folder;
	}

	@Override
	public JavaPlace java(@Nullable String directory, MigrationFolder known) {
		return new JavaPlace(this.folder.resolveSibling("java"), "com.example.migrations",
				JavaPlace.Discovery.COMPONENT, null);
	}

	@Override
	public @Nullable Path project() {
		return this.folder.getParent();
	}

	@Override
	public String mainClass() {
		return "com.example.Application";
	}

	@Override
	public String fileTemplate() {
		return "{rev}_{slug}";
	}

	@Override
	public Autogeneration autogeneration() {
		Autogeneration known = this.autogeneration;
		if (known == null) {
			known = newAutogeneration();
			this.autogeneration = known;
		}
		return known;
	}

	private Autogeneration newAutogeneration() {
		return new Autogeneration(Connections.of(this.dataSource),
				new Dialects(List.of(new PostgresqlDialect(), new H2Dialect())), sources(), this.settings,
				this::entities, new Scratches());
	}

	private final class Scratches implements Autogeneration.ScratchSource {

		@Override
		public Scratch open(Dialect dialect, String url, List<String> ownExtensions) {
			return dialect.name().equals("h2")
					? new H2Scratch((name) -> DriverManager.getConnection("jdbc:h2:mem:" + name, "sa", ""),
							CommandDesk::randomName)
					: new PostgresqlScratch(CommandDesk.this::connect, CommandDesk::randomName, ownExtensions);
		}

		@Override
		public Optional<DataSource> standIn(@Nullable String dialect) {
			return Optional
				.of("h2".equals(dialect) ? new DriverManagerDataSource("jdbc:h2:mem:stand_in_" + randomName(), "sa", "")
						: CommandDesk.this.database.dataSource());
		}

	}

	@Override
	public DatabaseCreation creation() {
		try {
			// A DataSource of DriverManager, or the driver's own.
			Object url = this.dataSource.getClass().getMethod("getUrl").invoke(this.dataSource);
			return new DatabaseCreation(String.valueOf(url), (name) -> {
				String wanted = (name != null) ? String.valueOf(url).replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1")
						: String.valueOf(url);
				return this.dataSource instanceof DriverManagerDataSource given
						? DriverManager.getConnection(wanted, given.getUsername(), given.getPassword())
						: DriverManager.getConnection(wanted, this.database.user(), this.database.password());
			});
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Connection connect(@Nullable String name) throws SQLException {
		String url = (name != null) ? this.database.url().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1")
				: this.database.url();
		return DriverManager.getConnection(url, this.database.user(), this.database.password());
	}

	private static String randomName() {
		return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
	}

	/** Let the application have entities. */
	void entities(Entities entities) {
		entities((EntityModel) (server) -> entities);
	}

	/** Let the application have entities that are read when they are asked for. */
	void entities(EntityModel model) {
		this.entities = model;
	}

	private Entities entities(ServerVersion server) {
		if (this.entities == null) {
			throw new MigrateException(ErrorCode.USAGE, "This application has no entities.", null);
		}
		return this.entities.read(server);
	}

	@Override
	public @Nullable String dialect() {
		return this.database.url().startsWith("jdbc:h2") ? "h2" : "postgresql";
	}

	@Override
	public String actor() {
		return "tester";
	}

}
