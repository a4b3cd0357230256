package dev.migrate.load;

import java.nio.file.Path;

/**
 * Is told how far a load has come. Called often; it must be quick.
 */
@FunctionalInterface
public interface LoadProgress {

	/**
	 * Called for each row, and for each statement.
	 * @param file that is read
	 * @param count how many of its rows or statements were sent so far
	 */
	void at(Path file, long count);

}
