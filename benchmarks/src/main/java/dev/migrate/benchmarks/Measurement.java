package dev.migrate.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

/**
 * What one piece of work takes.
 *
 * @param row what was measured, such as {@code apply}
 * @param size how many revisions or tables; 0 where that is no matter
 * @param tool who did it
 * @param runs of how many this is the middle
 * @param call milliseconds of CPU of the call, with all that its process did meanwhile
 * @param server milliseconds of CPU of the server
 * @param wall milliseconds
 * @param memory the peak of the process in MiB
 * @param counts of the wire, or null if they were not taken
 */
record Measurement(String row, int size, String tool, int runs, double call, double server, double wall, double memory,
		@Nullable Counts counts) {

	String title() {
		return (this.size > 0) ? this.row + " " + this.size : this.row;
	}

	double work() {
		return this.call + this.server;
	}

	/**
	 * Return the middle of runs. CPU is told in hundredths of a second, so the mean of
	 * the middle runs tells more than the median alone.
	 */
	static Measurement middle(List<Measurement> runs) {
		Measurement first = runs.get(0);
		return new Measurement(first.row, first.size, first.tool, runs.size(), middle(runs, Measurement::call),
				runs.stream().mapToDouble(Measurement::server).average().orElse(0), middle(runs, Measurement::wall),
				middle(runs, Measurement::memory), first.counts);
	}

	// Without the smallest and the largest: a quarter of them, one at least.
	private static double middle(List<Measurement> runs, ToDoubleFunction<Measurement> value) {
		int extremes = (runs.size() > 2) ? Math.max(1, runs.size() / 4) : 0;
		return runs.stream()
			.mapToDouble(value)
			.sorted()
			.skip(extremes)
			.limit(runs.size() - 2L * extremes)
			.average()
			.orElse(0);
	}

	Measurement counted(@Nullable Counts newCounts) {
		return new Measurement(this.row, this.size, this.tool, this.runs, this.call, this.server, this.wall,
				this.memory, newCounts);
	}

	/** Return one line for whoever watches. */
	String line() {
		Counts wire = this.counts;
		return String.format(Locale.ROOT, "%-34s %-14s work %8.1f  wall %8.1f  %4.0f MiB %s", title(), this.tool,
				work(), this.wall, this.memory,
				(wire != null) ? " round trips " + wire.roundTrips() + ", statements " + wire.statements() : "");
	}

	/** Return the milliseconds that matter: far away that is the waiting. */
	double cost() {
		return isFar() ? this.wall : work();
	}

	boolean isFar() {
		return this.row.endsWith(" ms");
	}

	boolean isOurs() {
		return this.tool.startsWith("migrate");
	}

	boolean isBound() {
		return this.tool.startsWith("raw");
	}

}
