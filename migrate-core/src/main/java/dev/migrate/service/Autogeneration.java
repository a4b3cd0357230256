package dev.migrate.service;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.diff.Answers;
import dev.migrate.diff.Comparison;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.event.Listeners;
import dev.migrate.event.MigrationListener;
import dev.migrate.generate.DataReport;
import dev.migrate.generate.EntityModel;
import dev.migrate.generate.GenerateRequest;
import dev.migrate.generate.Generated;
import dev.migrate.generate.Generator;
import dev.migrate.generate.Hooks;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import dev.migrate.run.DatabaseSession;
import dev.migrate.scratch.Scratch;
import dev.migrate.script.MappingLine;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.ScriptSource;
import org.jspecify.annotations.Nullable;

/**
 * What needs the entities or a scratch database: comparing, proving, finding drift. The
 * user's database is read, never written.
 */
public final class Autogeneration {

	private final Connections connections;

	private final Dialects dialects;

	private final Collection<? extends ScriptSource> sources;

	private final EngineSettings settings;

	private final EntityModel entities;

	private final ScratchSource scratches;

	private final Hooks hooks;

	private volatile @Nullable MigrateException unreached;

	/**
	 * Create the service of one database.
	 * @param connections where connections come from
	 * @param dialects the databases that are supported
	 * @param sources where revisions come from
	 * @param settings how to behave; our own tables are nobody's drift
	 * @param entities the entities of the application
	 * @param scratches makes throwaway databases
	 */
	public Autogeneration(Connections connections, Dialects dialects, Collection<? extends ScriptSource> sources,
			EngineSettings settings, EntityModel entities, ScratchSource scratches) {
		this(connections, dialects, sources, settings, entities, scratches, Hooks.NONE);
	}

	private Autogeneration(Connections connections, Dialects dialects, Collection<? extends ScriptSource> sources,
			EngineSettings settings, EntityModel entities, ScratchSource scratches, Hooks hooks) {
		this.connections = connections;
		this.dialects = dialects;
		this.sources = List.copyOf(sources);
		this.settings = settings;
		this.entities = entities;
		this.scratches = scratches;
		this.hooks = hooks;
	}

	/**
	 * Return a service that heeds what the application says about comparing and writing.
	 * @param newHooks what it says
	 * @return the service of the same database
	 */
	public Autogeneration with(Hooks newHooks) {
		return new Autogeneration(this.connections, this.dialects, this.sources, this.settings, this.entities,
				this.scratches, newHooks);
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
		try {
			return with((place) -> {
				List<MigrationScript> base = place.below(parents);
				return place.generator(base).generate(this.entities, new GenerateRequest(base, answers, prune, name));
			});
		}
		catch (MigrateException ex) {
			Optional<DataSource> other = (ex.code() == ErrorCode.NO_CONNECTION) ? this.scratches.standIn(null)
					: Optional.empty();
			if (other.isEmpty()) {
				throw ex;
			}
			return on(other.get()).generate(parents, answers, prune, name);
		}
	}

	/**
	 * Compare the entities with the live database, which has to be up to date.
	 * @param parents the revisions that a new one would stand on
	 * @param answers what has been answered
	 * @param prune whether to propose dropping what was made by hand
	 * @param name how to speak of the new revision
	 * @return what differs, proven on top of what the database has
	 * @throws MigrateException with BEHIND or DATABASE_AHEAD if the database is not at
	 * those revisions
	 */
	public Generated generateAgainstDatabase(List<RevisionId> parents, Answers answers, boolean prune, String name) {
		return with((place) -> {
			List<MigrationScript> base = place.below(parents);
			place.refuseUnlessApplied(base);
			return place.generator(base)
				.generate(this.entities, new GenerateRequest(base, answers, prune, name).against(place.live()));
		});
	}

	/**
	 * Return the service for a database of another kind, which is empty.
	 * @param dialect for example {@code h2}
	 * @return the service of that database
	 * @throws MigrateException with USAGE if there is no such database to try on
	 */
	public Autogeneration on(String dialect) {
		if (this.dialects.named(dialect).isEmpty()) {
			throw new MigrateException(ErrorCode.USAGE, "'" + dialect + "' is not a database that revisions run on.",
					"Those are postgresql and h2.");
		}
		DataSource other = this.scratches.standIn(dialect)
			.orElseThrow(() -> new MigrateException(ErrorCode.USAGE,
					"There is no " + dialect + " database to prove the revision on.",
					"Name a server for scratch databases in spring.migrate.scratch.url."));
		return on(other);
	}

	private Autogeneration on(DataSource other) {
		return new Autogeneration(Connections.of(other), this.dialects, this.sources, this.settings, this.entities,
				this.scratches, this.hooks);
	}

	/**
	 * Prove one revision of the folder: up, down, up.
	 * @param id which
	 * @throws MigrateException with NOT_PROVEN if it does not hold
	 */
	public void prove(RevisionId id) {
		proving(id, (generator, base, script) -> {
			generator.prove(base, script);
			return id;
		});
	}

	/**
	 * Prove one revision of the folder with rows in the tables.
	 * @param id which
	 * @return what could be filled, and what a downgrade loses
	 * @throws MigrateException with NOT_PROVEN if it does not hold
	 */
	public DataReport proveFilled(RevisionId id) {
		return proving(id, Generator::proveFilled);
	}

	private <T> T proving(RevisionId id, Proving<T> proving) {
		return with((place) -> {
			MigrationScript script = place.folder()
				.find(id)
				.orElseThrow(() -> new MigrateException(ErrorCode.UNKNOWN_TARGET, "There is no revision " + id + ".",
						"`db history` lists them."));
			List<MigrationScript> base = place.below(script.revision());
			List<MigrationScript> all = new ArrayList<>(base);
			all.add(script);
			return proving.prove(place.generator(all), base, script);
		});
	}

	private interface Proving<T> {

		T prove(Generator generator, List<MigrationScript> base, MigrationScript script);

	}

	/**
	 * Run branches in every order of two, and compare what they build.
	 * @param heads of the branches
	 * @return one sentence for each conflict; empty if the order makes no difference
	 * @throws MigrateException with NOT_PROVEN if a branch fails without the others
	 */
	public List<String> conflicts(List<RevisionId> heads) {
		return with((place) -> {
			Set<String> conflicts = new LinkedHashSet<>();
			for (int i = 0; i < heads.size(); i++) {
				for (int j = i + 1; j < heads.size(); j++) {
					List<MigrationScript> first = place.below(List.of(heads.get(i)));
					List<MigrationScript> second = place.below(List.of(heads.get(j)));
					List<MigrationScript> base = first.stream().filter(second::contains).toList();
					List<MigrationScript> all = place.below(List.of(heads.get(i), heads.get(j)));
					conflicts.addAll(place.generator(all)
						.conflicts(base, first.stream().filter((script) -> !base.contains(script)).toList(),
								second.stream().filter((script) -> !base.contains(script)).toList()));
				}
			}
			return List.copyOf(conflicts);
		});
	}

	/**
	 * Compare the live schema with what its applied revisions build.
	 * @return what leads from the live schema to the one of the revisions, or empty if an
	 * applied revision is not in the folder, so that it can't be told
	 */
	public Optional<Comparison> drift() {
		return with(ComparisonPlace::drift);
	}

	/**
	 * Find the mapping lines that the revisions of the folder lack.
	 * @return the lines by revision, in the order of an upgrade; empty if none is missing
	 */
	public Map<RevisionId, List<MappingLine>> missingMapping() {
		return with((place) -> {
			List<RevisionId> heads = place.folder().graph().heads().stream().map(Revision::id).toList();
			List<MigrationScript> scripts = place.below(heads);
			return place.generator(scripts).missingMapping(this.entities, scripts);
		});
	}

	/**
	 * Return what settles drift.
	 * @param listeners are told about locks
	 * @return the service of the same database, which writes it
	 */
	public SchemaSettlement settlement(List<? extends MigrationListener> listeners) {
		return new SchemaSettlement(this, this.connections, this.dialects, this.settings, new Listeners(listeners));
	}

	/**
	 * Return what looks for dangers in revisions.
	 * @return the service of the same database
	 */
	public Linting linting() {
		return new Linting(this);
	}

	/**
	 * Return what kills runs on purpose, on scratch databases.
	 * @return the service of the same database
	 */
	public Chaos chaos() {
		return new Chaos(this);
	}

	Dialects dialects() {
		return this.dialects;
	}

	Collection<? extends ScriptSource> sources() {
		return this.sources;
	}

	EngineSettings settings() {
		return this.settings;
	}

	EntityModel entities() {
		return this.entities;
	}

	<T> T with(Work<T> work) {
		try (DatabaseSession session = open()) {
			return on(session, work);
		}
	}

	// Whoever waited in vain for the database does not wait again.
	private DatabaseSession open() {
		MigrateException known = this.unreached;
		if (known != null) {
			throw known;
		}
		try {
			return DatabaseSession.open(this.connections.reading(), this.dialects, this.settings.tables());
		}
		catch (MigrateException ex) {
			if (ex.code() == ErrorCode.NO_CONNECTION) {
				this.unreached = ex;
			}
			throw ex;
		}
	}

	<T> T on(DatabaseSession session, Work<T> work) {
		MigrationFolder folder = MigrationFolder.load(this.sources, session.dialect());
		try (ComparisonPlace place = new ComparisonPlace(session, folder, this.scratches, this.hooks)) {
			return work.in(place);
		}
		catch (SQLException ex) {
			throw session.refused("reading the server's version", ex);
		}
	}

	interface Work<T> {

		T in(ComparisonPlace place) throws SQLException;

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

		/**
		 * Find a database that stands in for one that can't be asked: it says which
		 * version revisions are for.
		 * @param dialect for example {@code h2}; null for the kind of the target
		 * @return where it is, or empty if there is none
		 */
		default Optional<DataSource> standIn(@Nullable String dialect) {
			return Optional.empty();
		}

	}

}
