package dev.migrate.scratch;

/**
 * Where throwaway databases come from. Closing it removes everything that it made; what a
 * killed process left is removed by the next.
 */
public interface Scratch extends AutoCloseable {

	/**
	 * Open an empty database for work that is undone at the end, in one transaction.
	 * @return the database; only one is open at a time
	 */
	ScratchDatabase rolledBack();

	/**
	 * Open an empty database for much work that may be committed on the way and is never
	 * undone. A server pays for each object that one transaction holds with every further
	 * one, and for each file that has just been removed with every new one.
	 * @return the database, removed some time after it is closed
	 */
	ScratchDatabase large();

	/**
	 * Open an empty database for work that has to be committed on the way.
	 * @return the database, removed when it is closed
	 */
	ScratchDatabase committed();

	@Override
	void close();

}
