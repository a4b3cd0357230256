package dev.migrate.service;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.OwnTables;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.diff.Answers;
import dev.migrate.diff.Comparison;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.EntityModel;
import dev.migrate.generate.GenerateRequest;
import dev.migrate.generate.Generated;
import dev.migrate.generate.Generator;
import dev.migrate.history.AppliedRevision;
import dev.migrate.history.DatabaseState;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import dev.migrate.run.DatabaseSession;
import dev.migrate.run.TableNames;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaScope;
import dev.migrate.scratch.Scratch;
import dev.migrate.scratch.ScratchDatabase;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.ScriptSource;
import dev.migrate.sql.SqlStatement;

/**
 * What needs the entities or a scratch database: comparing, proving, finding drift. The
 * user's database is read, never written.
 */
public final class Autogeneration {

	private static final Pattern CREATE_EXTENSION = Pattern
		.compile("(?is)create\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?(\"[^\"]+\"|[\\w-]+).*");

	private final Connections connections;

	private final Dialects dialects;

	private final Collection<? extends ScriptSource> sources;

	private final TableNames tables;

	private final EntityModel entities;

	private final ScratchSource scratches;

	/**
	 * Create the service of one database.
	 * @param connections where connections come from
	 * @param dialects the databases that are supported
	 * @param sources where revisions come from
	 * @param tables names of our tables, which are nobody's drift
	 * @param entities the entities of the application
	 * @param scratches makes throwaway databases
	 */
	public Autogeneration(Connections connections, Dialects dialects, Collection<? extends ScriptSource> sources,
			TableNames tables, EntityModel entities, ScratchSource scratches) {
		this.connections = connections;
		this.dialects = dialects;
		this.sources = List.copyOf(sources);
		this.tables = tables;
		this.entities = entities;
		this.scratches = scratches;
	}

	/**
	 * Compare the entities with what the revisions build.
	 * @param parents the revisions that a new one would stand on; empty for a first one
	 * @param answers what has been answered
	 * @param prune whether to propose dropping what was made by hand
	 * @param name how to speak of the new revision
	 * @return what differs, proven
	 */
	public Generated generate(List<RevisionId> parents, Answers answers, boolean prune, String name) {
		return with((workplace) -> {
			List<MigrationScript> base = workplace.below(parents);
			return workplace.generator(base).generate(this.entities, new GenerateRequest(base, answers, prune, name));
		});
	}

	/**
	 * Prove one revision of the folder: up, down, up.
	 * @param id which
	 * @throws MigrateException with NOT_PROVEN if it does not hold
	 */
	public void prove(RevisionId id) {
		with((workplace) -> {
			MigrationScript script = workplace.folder.find(id)
				.orElseThrow(() -> new MigrateException(ErrorCode.UNKNOWN_TARGET, "There is no revision " + id + ".",
						"`db history` lists them."));
			List<MigrationScript> base = workplace.below(script.revision());
			List<MigrationScript> all = new ArrayList<>(base);
			all.add(script);
			workplace.generator(all).prove(base, script);
			return id;
		});
	}

	/**
	 * Compare the live schema with what its applied revisions build.
	 * @return what leads from the live schema to the one of the revisions, or empty if an
	 * applied revision is not in the folder, so that it can't be told
	 */
	public Optional<Comparison> drift() {
		return with((workplace) -> {
			DatabaseState state = new StateReader(workplace.session).read();
			List<MigrationScript> applied = new ArrayList<>();
			RevisionGraph graph = workplace.folder.graph();
			for (AppliedRevision row : state.rows()) {
				if (workplace.folder.find(row.id()).isEmpty()) {
					return Optional.empty();
				}
			}
			List<Revision> order = new ArrayList<>(graph.revisions());
			Collections.reverse(order);
			for (Revision revision : order) {
				if (state.applied().contains(revision.id())) {
					applied.add(workplace.folder.get(revision.id()));
				}
			}
			return Optional.of(workplace.generator(applied).drift(applied, workplace.live()));
		});
	}

	private <T> T with(Work<T> work) {
		try (DatabaseSession session = DatabaseSession.open(this.connections.reading(), this.dialects, this.tables)) {
			MigrationFolder folder = MigrationFolder.load(this.sources, session.dialect());
			try (Workplace workplace = new Workplace(session, folder)) {
				return work.in(workplace);
			}
			catch (SQLException ex) {
				throw session.refused("reading the server's version", ex);
			}
		}
	}

	private interface Work<T> {

		T in(Workplace workplace) throws SQLException;

	}

	/**
	 * Makes throwaway databases.
	 */
	@FunctionalInterface
	public interface ScratchSource {

		/**
		 * Open a source of databases.
		 * @param dialect of the database that they stand for
		 * @param url of that database, without user and password
		 * @param ownExtensions extensions that the revisions create themselves
		 * @return the source, closed by the caller
		 */
		Scratch open(Dialect dialect, String url, List<String> ownExtensions);

	}

	/** One piece of work on one connection. */
	private final class Workplace implements AutoCloseable {

		private final DatabaseSession session;

		private final MigrationFolder folder;

		private Scratch scratch = new NoScratch();

		Workplace(DatabaseSession session, MigrationFolder folder) {
			this.session = session;
			this.folder = folder;
		}

		List<MigrationScript> below(List<RevisionId> parents) {
			List<Revision> revisions = new ArrayList<>(this.folder.graph().ancestors(parents));
			Collections.reverse(revisions);
			return revisions.stream().map((revision) -> this.folder.get(revision.id())).toList();
		}

		List<MigrationScript> below(Revision revision) {
			return below(List.of(revision.id())).stream()
				.filter((script) -> !script.revision().id().equals(revision.id()))
				.toList();
		}

		Generator generator(List<MigrationScript> scripts) throws SQLException {
			String url = Objects.requireNonNullElse(this.session.connection().getMetaData().getURL(), "");
			this.scratch = Autogeneration.this.scratches.open(this.session.dialect(), url, ownExtensions(scripts));
			return new Generator(this.session.dialect(), ServerVersion.of(this.session.connection()), currentSchema(),
					this.scratch);
		}

		private List<String> ownExtensions(List<MigrationScript> scripts) {
			List<String> names = new ArrayList<>();
			for (MigrationScript script : scripts) {
				for (SqlStatement statement : script.upgrade(this.session.dialect()).statements()) {
					Matcher matcher = CREATE_EXTENSION.matcher(statement.text());
					if (matcher.matches()) {
						names.add(matcher.group(1));
					}
				}
			}
			return names;
		}

		private String currentSchema() throws SQLException {
			return Objects.requireNonNullElse(this.session.dialect().currentSchema(this.session.connection()),
					"public");
		}

		Schema live() throws SQLException {
			OwnTables own = this.session.tables();
			String schema = (Autogeneration.this.tables.schema() != null) ? Autogeneration.this.tables.schema()
					: currentSchema();
			SchemaScope scope = SchemaScope.everything();
			for (String table : List.of(own.version(), own.journal(), own.lock())) {
				String bare = own.bare(table);
				scope = scope.leavingOut(List.of(new QualifiedName(schema, bare),
						new QualifiedName(schema, bare.toUpperCase(Locale.ROOT))));
			}
			return this.session.dialect().catalog().read(this.session.connection(), scope);
		}

		@Override
		public void close() {
			this.scratch.close();
		}

	}

	/** Stands in until one is opened. */
	private static final class NoScratch implements Scratch {

		@Override
		public ScratchDatabase rolledBack() {
			throw new IllegalStateException("No scratch database is open");
		}

		@Override
		public ScratchDatabase committed() {
			return rolledBack();
		}

		@Override
		public void close() {
			// There is nothing to close.
		}

	}

}
