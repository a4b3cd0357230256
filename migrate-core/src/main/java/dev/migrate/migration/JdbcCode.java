package dev.migrate.migration;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Code of a Java revision that works on data.
 */
@FunctionalInterface
public interface JdbcCode {

	/**
	 * Do the work. Whatever it throws undoes it.
	 * @param jdbc on the connection of the run, inside its transaction; of no use
	 * afterwards
	 * @throws Exception if the work can't be done
	 */
	void run(JdbcTemplate jdbc) throws Exception;

}
