package dev.migrate.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaScope;
import dev.migrate.scratch.Scratch;
import dev.migrate.scratch.ScratchDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Builds schemas on scratch databases and reads them back. First in a transaction that is
 * rolled back, or in a few on a database of their own if there is much to do; where that
 * can't be, with each section committed.
 */
final class Workbench {

	// From here on a database of its own costs less than undoing the work.
	private static final int MANY_STATEMENTS = 1000;

	private final Scratch scratch;

	private final Dialect dialect;

	private boolean large;

	private boolean commits;

	private List<String> skipped = List.of();

	private @Nullable ReplayAhead ahead;

	Workbench(Scratch scratch, Dialect dialect) {
		this.scratch = scratch;
		this.dialect = dialect;
	}

	/**
	 * Return what could not be replayed, one sentence each.
	 */
	List<String> skipped() {
		return this.skipped;
	}

	/**
	 * Work as production does: each revision is committed before the next.
	 */
	<T> T committed(Function<Bench, T> work) {
		try (ScratchDatabase database = this.scratch.committed()) {
			return run(database, work);
		}
	}

	/**
	 * Expect so many statements in one piece of work from now on.
	 */
	void expect(int statements) {
		this.large = this.large || statements > MANY_STATEMENTS;
	}

	/**
	 * Expect sections: much work if they are large, and in commits if some section has
	 * to, which is known before it runs.
	 */
	void prepareFor(List<Replay.NamedSection> sections) {
		expect(sections.stream().mapToInt((named) -> named.section().statements().size()).sum());
		this.commits = this.commits || sections.stream().anyMatch((named) -> !named.section().transactional());
	}

	/**
	 * Begin to replay sections on which work is to be done later. Where there is little
	 * to replay it waits until then.
	 */
	void begin(List<Replay.NamedSection> sections) {
		if (this.large && !this.commits) {
			ScratchDatabase database = this.scratch.large();
			this.ahead = new ReplayAhead(database, new Bench(database, new Replay(this.dialect, database)), sections);
		}
	}

	/**
	 * Work where sections have been replayed.
	 * @param work takes where, and what they have built
	 */
	<T> T after(List<Replay.NamedSection> sections, BiFunction<Bench, Schema, T> work) {
		try (ReplayAhead begun = this.ahead) {
			if (begun != null) {
				T result = work.apply(begun.bench(), begun.built());
				keepSkipped(begun.bench());
				return result;
			}
		}
		catch (Replay.NeedsCommitException ex) {
			this.commits = true;
		}
		finally {
			this.ahead = null;
		}
		return on((bench) -> {
			bench.replay(sections);
			return work.apply(bench, bench.read());
		});
	}

	/**
	 * End what was begun and is not needed.
	 */
	void giveUp() {
		if (this.ahead != null) {
			this.ahead.close();
			this.ahead = null;
		}
	}

	<T> T on(Function<Bench, T> work) {
		if (!this.commits) {
			try (ScratchDatabase database = this.large ? this.scratch.large() : this.scratch.rolledBack()) {
				return run(database, work);
			}
			catch (Replay.NeedsCommitException ex) {
				this.commits = true;
			}
		}
		return committed(work);
	}

	private <T> T run(ScratchDatabase database, Function<Bench, T> work) {
		Bench bench = new Bench(database, new Replay(this.dialect, database));
		T result = work.apply(bench);
		keepSkipped(bench);
		return result;
	}

	private void keepSkipped(Bench bench) {
		List<String> left = new ArrayList<>(this.skipped);
		bench.replay.skipped().stream().filter((sentence) -> !left.contains(sentence)).forEach(left::add);
		this.skipped = List.copyOf(left);
	}

	/**
	 * One scratch database at work.
	 */
	final class Bench {

		private final ScratchDatabase database;

		private final Replay replay;

		Bench(ScratchDatabase database, Replay replay) {
			this.database = database;
			this.replay = replay;
		}

		void replay(List<Replay.NamedSection> sections) {
			this.replay.run(sections);
		}

		void replay(Replay.NamedSection section, Replay.Witness witness) {
			this.replay.run(section, witness);
		}

		SortedMap<QualifiedName, String> storage() {
			return Workbench.this.dialect.catalog().storage(this.database.connection());
		}

		RowFiller filler() {
			return new RowFiller(Workbench.this.dialect, this.database.connection());
		}

		Schema read() {
			return Workbench.this.dialect.catalog().read(this.database.connection(), SchemaScope.everything());
		}

		void create(Entities entities) {
			new EntityCreation(Workbench.this.dialect, this.database, entities).run();
		}

	}

}
