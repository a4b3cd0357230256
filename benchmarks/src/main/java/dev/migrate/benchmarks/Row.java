package dev.migrate.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One case of one size.
 *
 * @param name of the case
 * @param size how many revisions or tables; 0 where that is no matter
 * @param tools who takes part
 * @param rounds how often each has its turn
 * @param counted whose talk with the server is counted, in a run of its own
 * @param roundTrip how much longer the way to the server is
 * @param task what is done
 */
record Row(String name, int size, List<String> tools, int rounds, Set<String> counted, Duration roundTrip, Task task) {

	String title() {
		return (this.size > 0) ? this.name + " " + this.size : this.name;
	}

	Row with(List<String> newTools, int newRounds) {
		return new Row(this.name, this.size, newTools, newRounds, this.counted, this.roundTrip, this.task);
	}

}
