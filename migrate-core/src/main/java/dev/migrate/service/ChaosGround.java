package dev.migrate.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.OwnTables;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.DatabaseSession;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.scratch.ScratchDatabase;
import dev.migrate.script.ScriptSource;

/**
 * A scratch database on which runs are killed, and what is on it.
 */
final class ChaosGround implements AutoCloseable {

	private static final String ACTOR = "chaos";

	private static final String DONE = """
			SELECT count(*) FROM %s WHERE revision = ? AND event IN ('applied', 'reverted')""";

	private final ScratchDatabase database;

	private final Dialects dialects;

	private final Collection<? extends ScriptSource> sources;

	private final EngineSettings settings;

	private final SortedSet<String> skipped;

	private final Dialect dialect;

	private final OwnTables tables;

	ChaosGround(ScratchDatabase database, Autogeneration autogeneration, SortedSet<String> skipped) {
		this.database = database;
		this.dialects = autogeneration.dialects();
		this.sources = autogeneration.sources();
		this.settings = new EngineSettings(autogeneration.settings().tables(), autogeneration.settings().run(),
				EngineSettings.DEFAULT.policies(), autogeneration.settings().host(), null);
		this.skipped = skipped;
		try {
			calm().createTables();
			try (DatabaseSession session = DatabaseSession.open(mortal(MortalDataSource.NEVER), this.dialects,
					this.settings.tables())) {
				this.dialect = session.dialect();
				this.tables = session.tables();
			}
		}
		catch (MigrateException ex) {
			database.close();
			throw ex;
		}
	}

	MortalDataSource mortal(int fatalPoint) {
		return new MortalDataSource(this.database.connector(), this.dialects.preferred().lexicalRules(), fatalPoint,
				this.skipped);
	}

	private DefaultMigrationService service(MortalDataSource dataSource) {
		return new DefaultMigrationService(Connections.of(dataSource), this.dialects, this.sources, this.settings,
				List.of())
			.quiet();
	}

	private DefaultMigrationService calm() {
		return service(mortal(MortalDataSource.NEVER));
	}

	/** Run without being killed. */
	void go(RevisionId id, Direction direction) {
		go(mortal(MortalDataSource.NEVER), id, direction);
	}

	/** Run one revision one way; nothing, if it is there already. */
	void go(MortalDataSource dataSource, RevisionId id, Direction direction) {
		DefaultMigrationService service = service(dataSource);
		if (direction == Direction.UPGRADE) {
			service.run(RunRequest.upgrade(TargetParser.parse(id.value()), ACTOR));
		}
		else if (isApplied(id)) {
			service.run(RunRequest.downgrade(TargetParser.parse(id.value() + "-1"), ACTOR));
		}
	}

	/** The lease of who was killed would only end with time. */
	void endLeases() throws SQLException {
		if (this.dialect.advisoryLock() == null) {
			try (Statement statement = this.database.connection().createStatement()) {
				statement.execute("DELETE FROM " + this.tables.lock());
			}
		}
	}

	boolean isApplied(RevisionId id) {
		return count("SELECT count(*) FROM " + this.tables.version() + " WHERE revision = ?", id) > 0;
	}

	/** How often the journal says that a revision was applied or taken back. */
	long done(RevisionId id) {
		return count(DONE.formatted(this.tables.journal()), id);
	}

	private long count(String sql, RevisionId id) {
		try (var query = this.database.connection().prepareStatement(sql)) {
			query.setString(1, id.value());
			try (ResultSet rows = query.executeQuery()) {
				rows.next();
				return rows.getLong(1);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Snapshot snapshot() throws SQLException {
		Schema schema = this.dialect.catalog().read(this.database.connection(), LiveSchema.everythingBut(this.tables));
		SortedMap<String, Long> rows = new TreeMap<>();
		try (Statement statement = this.database.connection().createStatement()) {
			for (Table table : schema.tables()) {
				String name = this.dialect.quote(table.name().schema()) + "." + this.dialect.quote(table.name().name());
				try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + name)) {
					count.next();
					rows.put(table.name().toString(), count.getLong(1));
				}
			}
		}
		return new Snapshot(schema, rows);
	}

	@Override
	public void close() {
		this.database.close();
	}

	/**
	 * What a run leaves.
	 *
	 * @param schema all of it but our own tables
	 * @param rows how many each table has
	 */
	record Snapshot(Schema schema, SortedMap<String, Long> rows) {
	}

}
