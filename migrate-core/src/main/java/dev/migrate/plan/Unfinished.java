package dev.migrate.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Postcheck;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.history.UnfinishedStep;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionId;
import dev.migrate.sql.Action;
import dev.migrate.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Revisions whose run outside a transaction did not end: what died goes on where it was,
 * if that can be known; what failed waits for a person.
 */
final class Unfinished {

	private static final String WAYS = "`db repair --resume` goes on from the statement that failed,"
			+ " `db repair --undo` runs the other way, `db repair --mark-done` takes it as done.";

	private final Direction direction;

	private final Dialect dialect;

	private final Function<RevisionId, String> names;

	private final Map<RevisionId, UnfinishedStep> steps = new TreeMap<>();

	Unfinished(List<UnfinishedStep> steps, Direction direction, Dialect dialect, Function<RevisionId, String> names) {
		this.direction = direction;
		this.dialect = dialect;
		this.names = names;
		for (UnfinishedStep step : steps) {
			refuseUnlessDied(step);
			this.steps.put(step.revision(), step);
		}
	}

	boolean contains(RevisionId id) {
		return this.steps.containsKey(id);
	}

	/**
	 * Go on with a step of the plan, if it was begun.
	 * @throws MigrateException if where to go on can't be known
	 */
	Step goOn(Step step, List<String> warnings) {
		UnfinishedStep begun = this.steps.get(step.revision().id());
		if (begun == null) {
			return step;
		}
		refuseUnlessKnown(begun, step);
		warnings.add(sentence(begun) + "; this run goes on with it.");
		return step.goingOnFrom(begun);
	}

	/** Nothing new begins while something else is half done. */
	void refuseUnlessPartOf(List<Step> plan) {
		for (UnfinishedStep step : this.steps.values()) {
			if (plan.stream().noneMatch((planned) -> planned.revision().id().equals(step.revision()))) {
				throw refused(step, "", "Go on with it first: `db " + step.operation()
						+ "` with a target that includes it. Or settle it: " + WAYS);
			}
		}
	}

	private void refuseUnlessDied(UnfinishedStep step) {
		if (!step.died()) {
			throw refused(step, "", "Look at what it left, then settle it: " + WAYS);
		}
		String ours = (this.direction == Direction.UPGRADE) ? "upgrade" : "downgrade";
		if (!step.operation().equals(ours)) {
			throw refused(step, "", "Go on with `db " + step.operation() + "`, or settle it: " + WAYS);
		}
	}

	private void refuseUnlessKnown(UnfinishedStep begun, Step step) {
		if (!step.digest(this.dialect.lexicalRules()).equals(begun.digest())) {
			throw refused(begun, " It can't simply go on: its statements are no longer those that it began with.",
					"Bring the old text back, or look at what it left and settle it: " + WAYS);
		}
		Action statement = doubtful(begun, step);
		if (statement != null && postcheck(statement) == Postcheck.NONE) {
			throw refused(begun,
					" Whether that statement ("
							+ SourceLocation.of(statement.location().source(), statement.location().line())
							+ ") was done can't be told.",
					"Look whether it was. `db repair --resume` runs it again and goes on, `db repair --undo` runs the"
							+ " other way, `db repair --mark-done` takes the whole revision as done.");
		}
	}

	private static @Nullable Action doubtful(UnfinishedStep begun, Step step) {
		return begun.doubtful() ? step.section().actions().get(begun.statement() - 1) : null;
	}

	private Postcheck postcheck(Action action) {
		return (action instanceof SqlStatement statement) ? this.dialect.postcheck(statement) : Postcheck.NONE;
	}

	private MigrateException refused(UnfinishedStep step, String more, String hint) {
		String said = (step.failure() != null) ? " (" + step.failure() + ")" : "";
		return new MigrateException(ErrorCode.UNFINISHED,
				sentence(step) + said + ", and its statements commit one by one." + more + " Nothing was run.", hint);
	}

	private String sentence(UnfinishedStep step) {
		return "The " + step.operation() + " of revision " + this.names.apply(step.revision()) + " " + step.describe();
	}

}
