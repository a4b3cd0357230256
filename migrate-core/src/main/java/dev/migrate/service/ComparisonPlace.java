package dev.migrate.service;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrate.dialect.ServerVersion;
import dev.migrate.diff.Comparison;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Generator;
import dev.migrate.generate.Hooks;
import dev.migrate.generate.Rehearsal;
import dev.migrate.history.AppliedRevision;
import dev.migrate.history.DatabaseState;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import dev.migrate.run.DatabaseSession;
import dev.migrate.schema.Schema;
import dev.migrate.scratch.Scratch;
import dev.migrate.scratch.ScratchDatabase;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.MigrationScript;
import dev.migrate.sql.SqlStatement;

/**
 * What one piece of comparing works on: a session, the revisions, a scratch that is
 * opened when it is needed.
 */
final class ComparisonPlace implements AutoCloseable {

	private static final Pattern CREATE_EXTENSION = Pattern
		.compile("(?is)create\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?(\"[^\"]+\"|[\\w-]+).*");

	private final DatabaseSession session;

	private final MigrationFolder folder;

	private Scratch scratch = new NoScratch();

	private final Autogeneration.ScratchSource scratches;

	private final Hooks hooks;

	ComparisonPlace(DatabaseSession session, MigrationFolder folder, Autogeneration.ScratchSource scratches,
			Hooks hooks) {
		this.hooks = hooks;
		this.session = session;
		this.folder = folder;
		this.scratches = scratches;
	}

	DatabaseSession session() {
		return this.session;
	}

	MigrationFolder folder() {
		return this.folder;
	}

	ServerVersion server() throws SQLException {
		return ServerVersion.of(this.session.connection());
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
		return generatorWithout(ownExtensions(scripts));
	}

	Rehearsal rehearsal(List<MigrationScript> scripts) throws SQLException {
		openScratch(ownExtensions(scripts));
		return new Rehearsal(this.session.dialect(), this.scratch);
	}

	/** Return a generator on whose scratch some extensions of the target are missing. */
	Generator generatorWithout(List<String> extensions) throws SQLException {
		openScratch(extensions);
		return new Generator(this.session.dialect(), server(), currentSchema(), this.scratch).with(this.hooks);
	}

	Scratch scratch(List<MigrationScript> scripts) throws SQLException {
		openScratch(ownExtensions(scripts));
		return this.scratch;
	}

	private void openScratch(List<String> extensions) throws SQLException {
		String url = Objects.requireNonNullElse(this.session.connection().getMetaData().getURL(), "");
		this.scratch.close();
		this.scratch = this.scratches.open(this.session.dialect(), url, extensions);
	}

	/**
	 * Find the applied revisions.
	 * @return in the order of an upgrade, or empty if the folder lacks one of them
	 */
	Optional<List<MigrationScript>> applied() {
		DatabaseState state = new StateReader(this.session).read();
		for (AppliedRevision row : state.rows()) {
			if (this.folder.find(row.id()).isEmpty()) {
				return Optional.empty();
			}
		}
		List<Revision> order = new ArrayList<>(this.folder.graph().revisions());
		Collections.reverse(order);
		return Optional.of(order.stream()
			.map(Revision::id)
			.filter((id) -> state.applied().contains(id))
			.map(this.folder::get)
			.toList());
	}

	/** Refuse to take the database for what revisions build. */
	void refuseUnlessApplied(List<MigrationScript> base) {
		Set<RevisionId> missing = new LinkedHashSet<>(base.stream().map((script) -> script.revision().id()).toList());
		DatabaseState state = new StateReader(this.session).read();
		Set<RevisionId> applied = state.byId().keySet();
		missing.removeAll(applied);
		if (!missing.isEmpty()) {
			throw new MigrateException(ErrorCode.BEHIND,
					"The database is not up to date: "
							+ missing.stream()
								.map((id) -> this.folder.get(id).revision().describe())
								.collect(Collectors.joining(", "))
							+ ((missing.size() == 1) ? " is" : " are") + " pending.",
					"Run `db upgrade`, rewrite the newest revision with --amend, or delete its file. Without --against the"
							+ " database need not be up to date.");
		}
		Set<RevisionId> more = new LinkedHashSet<>(applied);
		base.forEach((script) -> more.remove(script.revision().id()));
		if (!more.isEmpty()) {
			throw new MigrateException(ErrorCode.DATABASE_AHEAD,
					"The database has " + more.stream().map(RevisionId::value).collect(Collectors.joining(", "))
							+ ", which the new revision would not stand on.",
					"Merge the heads first (`db merge -m …`), or leave out --against.");
		}
	}

	Optional<Comparison> drift() throws SQLException {
		Optional<List<MigrationScript>> applied = applied();
		return applied.isEmpty() ? Optional.empty()
				: Optional.of(generator(applied.get()).drift(applied.get(), live()));
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

	String currentSchema() throws SQLException {
		return Objects.requireNonNullElse(this.session.dialect().currentSchema(this.session.connection()), "public");
	}

	Schema live() {
		return new LiveSchema(this.session).read();
	}

	@Override
	public void close() {
		this.scratch.close();
	}

	/** Stands in until one is opened. */
	private static final class NoScratch implements Scratch {

		@Override
		public ScratchDatabase rolledBack() {
			throw new IllegalStateException("No scratch database is open");
		}

		@Override
		public ScratchDatabase large() {
			return rolledBack();
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
