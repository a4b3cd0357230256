package dev.migrate.benchmarks;

import java.util.List;

/**
 * What one piece of work takes.
 *
 * @param row what was measured, such as {@code apply 100}
 * @param tool who did it
 * @param work milliseconds of CPU, of the call and of the server
 * @param wall milliseconds
 * @param memory the peak of the process in MiB, or 0 if it was not measured
 * @param roundTrips on the wire, connecting included, or -1 if they were not counted
 * @param received KiB from the server
 */
record Measurement(String row, String tool, double work, double wall, double memory, long roundTrips, double received) {

	static Measurement median(List<Measurement> runs) {
		Measurement first = runs.get(0);
		return new Measurement(first.row, first.tool, middle(runs.stream().map(Measurement::work).toList()),
				middle(runs.stream().map(Measurement::wall).toList()),
				middle(runs.stream().map(Measurement::memory).toList()), first.roundTrips, first.received);
	}

	private static double middle(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int half = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
	}

	Measurement counted(long roundTrips, double received) {
		return new Measurement(this.row, this.tool, this.work, this.wall, this.memory, roundTrips, received);
	}

}
