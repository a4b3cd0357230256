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
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Rehearsal;
import dev.migrate.lint.Finding;
import dev.migrate.lint.LintWatch;
import dev.migrate.lint.Linter;
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
		LintSubjects subjects = new LintSubjects(folder, dialect);
		String schema = dialect.lexicalRules().fold(new Token(TokenKind.WORD, "public"));
		Linter linter = new Linter(subjects.surroundings(schema, null, settings(), null));
		return new LintResult(revisions, linter.check(subjects.of(revisions, Map.of())), List.of(note),
				settings().lintFailOn());
	}

	private LintResult beside(ComparisonPlace place, List<String> which) throws SQLException {
		Dialect dialect = place.session().dialect();
		MigrationFolder folder = place.folder();
		List<Revision> revisions = chosen(folder, which, new StateReader(place.session()).read().applied());
		LintSubjects subjects = new LintSubjects(folder, dialect);
		Linter linter = new Linter(subjects.surroundings(place.currentSchema(), place.server(), settings(), null));
		List<String> notes = new ArrayList<>();
		Map<RevisionId, Rehearsal.Performance> performances = rehearsed(place, revisions, linter, notes);
		return new LintResult(revisions, linter.check(subjects.of(revisions, performances)), notes,
				settings().lintFailOn());
	}

	private EngineSettings settings() {
		return this.autogeneration.settings();
	}

	/**
	 * Look at a revision as an upgrade of the database would.
	 * @param id which; it may be one that is not pending
	 * @return what an upgrade is refused for; empty if nothing is configured
	 */
	public List<Finding> refused(RevisionId id) {
		if (settings().lintFailOn() == null) {
			return List.of();
		}
		return this.autogeneration.with((place) -> place.folder()
			.find(id)
			.map((script) -> new LintGate(place.session(), place.folder(), settings())
				.refused(List.of(script.revision())))
			.orElse(List.of()));
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
