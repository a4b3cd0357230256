package dev.migrate.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.RevisionId;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.scratch.Scratch;
import dev.migrate.script.MigrationScript;
import dev.migrate.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Runs revisions on a scratch database and watches single statements.
 */
public final class Rehearsal {

	private final Dialect dialect;

	private final Workbench workbench;

	/**
	 * Create a rehearsal.
	 * @param dialect of the database
	 * @param scratch where to run; not closed
	 */
	public Rehearsal(Dialect dialect, Scratch scratch) {
		this.dialect = dialect;
		this.workbench = new Workbench(scratch, dialect);
	}

	/**
	 * Run revisions.
	 * @param scripts the revisions with all that is below them, in the order of an
	 * upgrade
	 * @param watched what to watch, by revision
	 * @return what those revisions did
	 * @throws dev.migrate.error.MigrateException with NOT_PROVEN if one of them fails
	 */
	public Map<RevisionId, Performance> run(List<MigrationScript> scripts, Map<RevisionId, Watched> watched) {
		try {
			return this.workbench.on((bench) -> perform(bench, scripts, watched));
		}
		catch (Replay.NeedsOutsideException ex) {
			throw new MigrateException(ErrorCode.NOT_PROVEN,
					"A section can't run in one transaction: " + this.dialect.failure(ex.refusal()).message() + ".",
					"Use a new enum value in a later revision.", ex);
		}
	}

	private Map<RevisionId, Performance> perform(Workbench.Bench bench, List<MigrationScript> scripts,
			Map<RevisionId, Watched> watched) {
		Map<RevisionId, Performance> performances = new LinkedHashMap<>();
		Schema last = null;
		for (MigrationScript script : scripts) {
			Replay.NamedSection section = new Replay.NamedSection("Revision " + script.revision().describe(),
					script.upgrade(this.dialect));
			Watched part = watched.get(script.revision().id());
			if (part == null) {
				bench.replay(List.of(section));
				last = null;
			}
			else {
				Watch watch = new Watch(bench, part.statements(), last);
				Schema begin = part.ends() ? watch.known() : null;
				bench.replay(section, watch);
				Schema end = part.ends() ? watch.known() : null;
				performances.put(script.revision().id(), new Performance(begin, watch.effects, end));
				last = watch.known;
			}
		}
		return performances;
	}

	/**
	 * What to watch of a revision.
	 *
	 * @param statements the numbers of statements, from 0
	 * @param ends whether the schemas count that it begins and ends with
	 */
	public record Watched(Set<Integer> statements, boolean ends) {

		public Watched {
			statements = Set.copyOf(statements);
		}

	}

	/**
	 * What a revision did.
	 *
	 * @param begin the schema it begins with, or null if that was not watched
	 * @param effects of each of its statements
	 * @param end the schema it leads to, or null if that was not watched
	 */
	public record Performance(@Nullable Schema begin, List<Effect> effects, @Nullable Schema end) {

		public Performance {
			effects = List.copyOf(effects);
		}

	}

	/**
	 * What a statement did.
	 *
	 * @param before the schema before it, or null if it was not watched
	 * @param after the schema after it, or null if it was not watched
	 * @param rewritten the tables and indexes that it wrote anew
	 */
	public record Effect(@Nullable Schema before, @Nullable Schema after, Set<QualifiedName> rewritten) {

		static final Effect UNWATCHED = new Effect(null, null, Set.of());

		public Effect {
			rewritten = Set.copyOf(rewritten);
		}

	}

	private static final class Watch implements Replay.Witness {

		private final Workbench.Bench bench;

		private final Set<Integer> numbers;

		private final List<Effect> effects = new ArrayList<>();

		private @Nullable Schema known;

		private Map<QualifiedName, String> storage = Map.of();

		Watch(Workbench.Bench bench, Set<Integer> numbers, @Nullable Schema known) {
			this.bench = bench;
			this.numbers = numbers;
			this.known = known;
		}

		@Override
		public void before(SqlStatement statement) {
			if (watches()) {
				known();
				this.storage = this.bench.storage();
			}
		}

		@Override
		public void after(SqlStatement statement) {
			Schema before = this.known;
			if (!watches()) {
				this.effects.add(Effect.UNWATCHED);
				this.known = null;
				return;
			}
			this.known = null;
			this.effects.add(new Effect(before, known(), rewritten()));
		}

		private boolean watches() {
			return this.numbers.contains(this.effects.size());
		}

		private Schema known() {
			Schema schema = (this.known != null) ? this.known : this.bench.read();
			this.known = schema;
			return schema;
		}

		private Set<QualifiedName> rewritten() {
			Map<QualifiedName, String> now = this.bench.storage();
			Set<QualifiedName> rewritten = new TreeSet<>();
			this.storage.forEach((name, file) -> {
				if (now.containsKey(name) && !file.equals(now.get(name))) {
					rewritten.add(name);
				}
			});
			return rewritten;
		}

	}

}
