package dev.migrate.boot.actuate;

import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A request to upgrade or downgrade, as path, body and query say it together.
 *
 * @param order what is asked for
 * @param principal who asks, or null
 */
record WriteRequest(MigrationsEndpoint.Order order, @Nullable Principal principal) {

	/** The argument that holds the path below the endpoint. */
	static final String PATH = "path";

	private static final String REVISION = "revision";

	private static final String DATABASE = "database";

	private static final String DRY_RUN = "dryRun";

	private static final Set<String> KEYS = Set.of(REVISION, DATABASE, DRY_RUN);

	/**
	 * Read the arguments of an operation. What is not understood is refused: a dry run
	 * must never be taken for a real one.
	 * @param arguments path, body and query
	 * @param principal who asks, or null
	 */
	static WriteRequest of(Map<String, Object> arguments, @Nullable Principal principal) {
		// Boot lets a body or a query write over the path; only a path is an array.
		if (!(arguments.get(PATH) instanceof String[] path)) {
			throw unknown(PATH);
		}
		for (String name : arguments.keySet()) {
			if (!name.equals(PATH) && !KEYS.contains(name)) {
				throw unknown(name);
			}
		}
		String revision = text(arguments, REVISION);
		if (path.length == 2) {
			if (revision != null) {
				throw refused("The path names a revision, and so does the request.");
			}
			revision = path[1];
		}
		return new WriteRequest(new MigrationsEndpoint.Order(direction(path), revision, text(arguments, DATABASE),
				dryRun(text(arguments, DRY_RUN))), principal);
	}

	private static Direction direction(String[] path) {
		if (path.length == 1 || path.length == 2) {
			for (Direction direction : Direction.values()) {
				if (direction.name().toLowerCase(Locale.ROOT).equals(path[0])) {
					return direction;
				}
			}
		}
		throw refused("There is no operation '" + String.join("/", path) + "'.");
	}

	private static @Nullable String text(Map<String, Object> arguments, String name) {
		Object value = arguments.get(name);
		if (value == null || value instanceof String) {
			return (String) value;
		}
		throw refused("'" + name + "' is given more than once.");
	}

	private static boolean dryRun(@Nullable String text) {
		if (text == null || text.equals("false")) {
			return false;
		}
		if (text.equals("true")) {
			return true;
		}
		throw refused("'" + DRY_RUN + "' is true or false, not '" + text + "'.");
	}

	private static MigrateException unknown(String name) {
		return refused("'" + name + "' is nothing that an upgrade or downgrade takes.");
	}

	private static MigrateException refused(String sentence) {
		return new MigrateException(ErrorCode.USAGE, sentence + " Nothing was run.",
				"Send a JSON body to …/upgrade or …/downgrade: {\"revision\": \"head\", \"database\": \"…\", \"dryRun\":"
						+ " true}, or parts of it; or POST to …/upgrade/head without one.");
	}

}
