package dev.migrate.service;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Rehearsal;
import dev.migrate.lint.LintWatch;
import dev.migrate.lint.Linter;
import dev.migrate.lint.Surroundings;
import dev.migrate.revision.Applied;
import dev.migrate.revision.RangeParser;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.TargetParser;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.MigrationScript;
import dev.migrate.sql.Token;
import dev.migrate.sql.TokenKind;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is dangerous in revisions. Where a database answers, they are run on a
 * scratch database and watched; where none does, their text has to do.
 */
public final class Linting {

	private final Autogeneration autogeneration;

	Linting(Autogeneration autogeneration) {
		this.autogeneration = autogeneration;
	}

	/**
	 * Look at revisions.
	 * @param which targets, and ranges as of an upgrade; empty for those that the
	 * database has not applied, or all if it does not answer
	 * @return what was found
	 */
	public LintResult lint(List<String> which) {
		try {
			return this.autogeneration.with((place) -> beside(place, which));
		}
		catch (MigrateException ex) {
			if (ex.code() != ErrorCode.NO_CONNECTION) {
				throw ex;
			}
			return apart(which, "The database does not answer, so only the text of the revisions was looked at.");
		}
	}

	private LintResult apart(List<String> which, String note) {
		Dialect dialect = this.autogeneration.dialects().preferred();
		MigrationFolder folder = MigrationFolder.load(this.autogeneration.sources(), dialect);
		List<Revision> revisions = chosen(folder, which, Applied.none());
		Linter linter = new Linter(
				surroundings(dialect, dialect.lexicalRules().fold(new Token(TokenKind.WORD, "public")), null));
		LintSubjects subjects = new LintSubjects(folder, dialect);
		return new LintResult(revisions, linter.check(subjects.of(revisions, Map.of())), List.of(note));
	}

	private LintResult beside(ComparisonPlace place, List<String> which) throws SQLException {
		Dialect dialect = place.session().dialect();
		MigrationFolder folder = place.folder();
		List<Revision> revisions = chosen(folder, which, new StateReader(place.session()).read().applied());
		Linter linter = new Linter(surroundings(dialect, place.currentSchema(), place.server()));
		LintSubjects subjects = new LintSubjects(folder, dialect);
		// Faults of the comments are told before anything is run.
		subjects.of(revisions, Map.of());
		List<String> notes = new ArrayList<>();
		Map<RevisionId, Rehearsal.Performance> performances = rehearsed(place, revisions, linter, notes);
		return new LintResult(revisions, linter.check(subjects.of(revisions, performances)), notes);
	}

	private Map<RevisionId, Rehearsal.Performance> rehearsed(ComparisonPlace place, List<Revision> revisions,
			Linter linter, List<String> notes) throws SQLException {
		if (revisions.isEmpty()) {
			return Map.of();
		}
		List<RevisionId> ids = revisions.stream().map(Revision::id).toList();
		List<MigrationScript> scripts = place.below(ids);
		Map<RevisionId, Rehearsal.Watched> watched = new LinkedHashMap<>();
		for (RevisionId id : ids) {
			LintWatch watch = linter.watch(place.folder().get(id).upgrade(place.session().dialect()).statements());
			watched.put(id, new Rehearsal.Watched(watch.statements(), watch.ends()));
		}
		try {
			return place.rehearsal(scripts).run(scripts, watched);
		}
		catch (MigrateException ex) {
			notes.add("Only the text of the revisions was looked at: " + ex.getMessage());
			return Map.of();
		}
	}

	private Surroundings surroundings(Dialect dialect, String schema, @Nullable ServerVersion server) {
		int version = (server != null && dialect.name().equals("postgresql")) ? server.major() * 10_000 + server.minor()
				: 0;
		return new Surroundings(dialect.lexicalRules(), schema, version,
				this.autogeneration.settings().run().lockTimeout() != null, null);
	}

	private static List<Revision> chosen(MigrationFolder folder, List<String> which, Applied applied) {
		RevisionGraph graph = folder.graph();
		List<Revision> order = new ArrayList<>(graph.revisions());
		Collections.reverse(order);
		Applied counted = graph.normalise(applied);
		Collection<RevisionId> ids = new TreeSet<>();
		for (String word : which) {
			if (RangeParser.isRange(word)) {
				graph.upgrade(RangeParser.parse(word)).forEach((movement) -> ids.add(movement.revision().id()));
			}
			else {
				ids.addAll(graph.resolve(TargetParser.parse(word), counted));
			}
		}
		return order.stream()
			.filter((revision) -> which.isEmpty() ? !counted.contains(revision.id()) : ids.contains(revision.id()))
			.toList();
	}

}
