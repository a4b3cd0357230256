package dev.migrate.benchmarks;

import java.util.List;

/**
 * What one run of a process took, in milliseconds and MiB.
 *
 * @param mark what it was, {@link Worker#FIRST} or {@link Worker#LATER}
 * @param call CPU of the call
 * @param server CPU of the server
 * @param wall time
 * @param memory peak of the process
 */
record Sample(String mark, double call, double server, double wall, double memory) {

	static boolean isIn(String line) {
		return line.startsWith(Worker.FIRST + " ") || line.startsWith(Worker.LATER + " ");
	}

	static Sample of(String line) {
		List<String> words = List.of(line.split(" "));
		return new Sample(words.get(0), Double.parseDouble(words.get(1)), Double.parseDouble(words.get(2)),
				Double.parseDouble(words.get(3)), Double.parseDouble(words.get(4)));
	}

	Measurement as(String row, int size, String tool) {
		return new Measurement(row, size, tool, 1, this.call, this.server, this.wall, this.memory, null);
	}

}
