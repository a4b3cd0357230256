package dev.migrate.service;

import java.util.List;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Revision;

/**
 * What became of runs that were killed on purpose.
 *
 * @param trials one for each revision, in the order of an upgrade
 * @param skipped statements on things that belong to the whole server, which were not
 * run: one sentence each
 */
public record ChaosReport(List<Trial> trials, List<String> skipped) {

	public ChaosReport {
		trials = List.copyOf(trials);
		skipped = List.copyOf(skipped);
	}

	/**
	 * Return how often a run was killed.
	 * @return the points of all trials
	 */
	public int points() {
		return this.trials.stream().mapToInt((trial) -> trial.up() + trial.down()).sum();
	}

	/**
	 * Return how often something of a kind was found.
	 * @param kind of fault
	 * @return the number
	 */
	public long count(Fault.Kind kind) {
		return this.trials.stream()
			.flatMap((trial) -> trial.faults().stream())
			.filter((fault) -> fault.kind() == kind)
			.count();
	}

	/**
	 * Tell whether no point lost or repeated anything.
	 * @return true if at worst a person is asked
	 */
	public boolean holds() {
		return this.trials.stream()
			.allMatch((trial) -> trial.faults().stream().allMatch((fault) -> fault.kind() == Fault.Kind.WAITS));
	}

	/**
	 * One revision that was killed at every point of its upgrade and its downgrade.
	 *
	 * @param revision which
	 * @param reversible whether there is a downgrade to kill
	 * @param up points of the upgrade
	 * @param down points of the downgrade
	 * @param faults what went wrong
	 */
	public record Trial(Revision revision, boolean reversible, int up, int down, List<Fault> faults) {

		public Trial {
			faults = List.copyOf(faults);
		}

	}

	/**
	 * A point after which the same command did not end where a calm run ends.
	 *
	 * @param kind what is wrong
	 * @param direction of the run that was killed
	 * @param point before or after which statement
	 * @param detail a sentence
	 */
	public record Fault(Kind kind, Direction direction, String point, String detail) {

		/** What can be wrong. */
		public enum Kind {

			/** Something is not there that a calm run makes. */
			LOST,

			/** Something was done twice. */
			REPEATED,

			/** The schema is another one. */
			DIFFERENT,

			/** Nothing is wrong, but a person has to decide how it goes on. */
			WAITS

		}

	}

}
