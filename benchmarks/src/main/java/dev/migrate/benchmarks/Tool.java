package dev.migrate.benchmarks;

/**
 * Something that brings a database to the end of a history.
 */
interface Tool {

	/**
	 * Do one piece of work, as an application would: from the address of the database to
	 * the end.
	 * @param work what
	 * @param place where
	 * @throws Exception whatever the tool throws; the run ends with it
	 */
	void run(Work work, Place place) throws Exception;

}
