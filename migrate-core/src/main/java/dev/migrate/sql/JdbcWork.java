package dev.migrate.sql;

import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Work on the data of a database, in code.
 */
@FunctionalInterface
public interface JdbcWork {

	/**
	 * Do the work. Whatever it throws undoes it.
	 * @param jdbc on the connection of the run, inside its transaction; of no use
	 * afterwards
	 * @param arguments what the command was given as {@code -x key=value}
	 * @throws Exception if the work can't be done
	 */
	void run(JdbcTemplate jdbc, Map<String, String> arguments) throws Exception;

}
