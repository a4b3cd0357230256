package dev.migrate.benchmarks;

import java.io.IOException;
import java.util.List;

/**
 * Prepares a piece of work, and has it done and measured once.
 */
@FunctionalInterface
interface Task {

	/**
	 * Run.
	 * @param row the row that it is for
	 * @param tool who
	 * @param wire the way to the server
	 * @return the numbers of the row, and of another if it was measured in the same
	 * process
	 */
	List<Measurement> run(Row row, String tool, Wire wire) throws IOException, InterruptedException;

}
