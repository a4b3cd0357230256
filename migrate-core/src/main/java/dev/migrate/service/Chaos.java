package dev.migrate.service;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

import dev.migrate.diff.Comparison;
import dev.migrate.diff.ComparisonRules;
import dev.migrate.diff.SchemaComparator;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import dev.migrate.scratch.Scratch;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.MigrationScript;
import dev.migrate.service.ChaosReport.Fault;

/**
 * Kills the runs of revisions on scratch databases: before and after every statement and
 * every commit, up and down. Each time the same command is run again, as anybody would,
 * and has to end where a calm run ends.
 */
public final class Chaos {

	private final Autogeneration autogeneration;

	Chaos(Autogeneration autogeneration) {
		this.autogeneration = autogeneration;
	}

	/**
	 * Try revisions one by one.
	 * @param ids which
	 * @param listener is told of each when it is through
	 * @return what was found
	 * @throws MigrateException if a revision fails without being killed, or does not lead
	 * back
	 */
	public ChaosReport run(List<RevisionId> ids, Consumer<ChaosReport.Trial> listener) {
		SortedSet<String> skipped = new TreeSet<>();
		List<ChaosReport.Trial> trials = new ArrayList<>();
		for (RevisionId id : ids) {
			ChaosReport.Trial trial = this.autogeneration.with((place) -> trial(place, id, skipped));
			listener.accept(trial);
			trials.add(trial);
		}
		return new ChaosReport(trials, List.copyOf(skipped));
	}

	private ChaosReport.Trial trial(ComparisonPlace place, RevisionId id, SortedSet<String> skipped)
			throws SQLException {
		MigrationFolder folder = place.folder();
		Revision revision = folder.get(id).revision();
		List<MigrationScript> scripts = new ArrayList<>(place.below(revision));
		scripts.add(folder.get(id));
		boolean reversible = folder.get(id).downgrade(place.session().dialect()).irreversible() == null;
		ComparisonRules exact = ComparisonRules.exact(place.session().dialect().serverNames(), place.currentSchema());
		try (Scratch scratch = place.scratch(scripts);
				Trial trial = new Trial(folder, revision, reversible, exact, scratch, skipped)) {
			return trial.run();
		}
	}

	/**
	 * One revision.
	 */
	private final class Trial implements AutoCloseable {

		private final MigrationFolder folder;

		private final Revision revision;

		private final boolean reversible;

		private final ComparisonRules exact;

		private final Scratch scratch;

		private final SortedSet<String> skipped;

		private final List<Fault> faults = new ArrayList<>();

		private ChaosGround ground;

		Trial(MigrationFolder folder, Revision revision, boolean reversible, ComparisonRules exact, Scratch scratch,
				SortedSet<String> skipped) {
			this.folder = folder;
			this.revision = revision;
			this.reversible = reversible;
			this.exact = exact;
			this.scratch = scratch;
			this.skipped = skipped;
			this.ground = newGround();
		}

		private ChaosGround newGround() {
			ChaosGround fresh = new ChaosGround(this.scratch.committed(), Chaos.this.autogeneration, this.skipped);
			try {
				for (Revision parent : this.folder.graph().parents(this.revision.id())) {
					fresh.go(parent.id(), Direction.UPGRADE);
				}
				for (Revision needed : this.folder.graph().dependencies(this.revision.id())) {
					fresh.go(needed.id(), Direction.UPGRADE);
				}
				return fresh;
			}
			catch (MigrateException ex) {
				fresh.close();
				throw ex;
			}
		}

		ChaosReport.Trial run() throws SQLException {
			ChaosGround.Snapshot before = this.ground.snapshot();
			this.ground.go(this.revision.id(), Direction.UPGRADE);
			ChaosGround.Snapshot after = this.ground.snapshot();
			wayBack(before);
			int up = 0;
			int down = 0;
			boolean more = true;
			for (int point = 1; more; point++) {
				boolean struck = strike(point, Direction.UPGRADE, after);
				up += struck ? 1 : 0;
				more = struck;
				if (this.reversible) {
					struck = strike(point, Direction.DOWNGRADE, before);
					down += struck ? 1 : 0;
					more |= struck;
				}
				else if (more) {
					anew();
				}
			}
			return new ChaosReport.Trial(this.revision, this.reversible, up, down, this.faults);
		}

		private void wayBack(ChaosGround.Snapshot before) throws SQLException {
			if (!this.reversible) {
				anew();
				return;
			}
			this.ground.go(this.revision.id(), Direction.DOWNGRADE);
			Comparison left = new SchemaComparator().compare(this.ground.snapshot().schema(), before.schema(),
					this.exact);
			if (!left.isEmpty()) {
				throw new MigrateException(ErrorCode.NOT_PROVEN,
						"The downgrade of revision " + this.revision.id()
								+ " does not lead back to where the upgrade began, so nothing was killed.",
						"`db prove " + this.revision.id() + "` says what is left.");
			}
		}

		private void anew() {
			this.ground.close();
			this.ground = newGround();
		}

		private boolean strike(int point, Direction direction, ChaosGround.Snapshot calm) throws SQLException {
			RevisionId id = this.revision.id();
			long before = this.ground.done(id);
			MortalDataSource mortal = this.ground.mortal(point);
			try {
				this.ground.go(mortal, id, direction);
			}
			catch (MigrateException ex) {
				if (!mortal.struck()) {
					throw ex;
				}
			}
			this.ground.endLeases();
			try {
				this.ground.go(id, direction);
				judge(direction, mortal.last(), calm, this.ground.done(id) - before);
			}
			catch (MigrateException ex) {
				Fault.Kind kind = (ex.code() == ErrorCode.UNFINISHED) ? Fault.Kind.WAITS : Fault.Kind.LOST;
				this.faults.add(new Fault(kind, direction, mortal.last(), String.valueOf(ex.getMessage())));
				anew();
				if (direction == Direction.UPGRADE) {
					this.ground.go(id, direction);
				}
			}
			return mortal.struck();
		}

		private void judge(Direction direction, String point, ChaosGround.Snapshot calm, long done)
				throws SQLException {
			ChaosGround.Snapshot now = this.ground.snapshot();
			if (this.ground.isApplied(this.revision.id()) != (direction == Direction.UPGRADE)) {
				this.faults.add(new Fault(Fault.Kind.LOST, direction, point, "The version table does not say so."));
			}
			if (done > 1) {
				this.faults
					.add(new Fault(Fault.Kind.REPEATED, direction, point, "The journal says so " + done + " times."));
			}
			Comparison left = new SchemaComparator().compare(now.schema(), calm.schema(), this.exact);
			if (!left.isEmpty()) {
				this.faults.add(new Fault(Fault.Kind.DIFFERENT, direction, point,
						left.changes().get(0).operation().summary() + " would make it right."));
			}
			else if (!now.rows().equals(calm.rows())) {
				this.faults.add(new Fault(Fault.Kind.REPEATED, direction, point,
						"The tables have " + now.rows() + " rows instead of " + calm.rows() + "."));
			}
		}

		@Override
		public void close() {
			this.ground.close();
		}

	}

}
