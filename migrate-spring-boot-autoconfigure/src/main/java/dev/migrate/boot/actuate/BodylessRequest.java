package dev.migrate.boot.actuate;

import java.security.Principal;
import java.util.Set;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What Boot can't hand to an operation without a body: any parameter beside its path
 * would make a body and its content type compulsory.
 *
 * @param principal who asks, or null
 * @param query the query parameters
 * @param hasBody whether there is a body after all
 */
record BodylessRequest(@Nullable Principal principal, MultiValueMap<String, String> query, boolean hasBody) {

	private static final Set<String> KNOWN = Set.of("database", "dryRun");

	/**
	 * Read what is asked for. What can't be read is refused: a dry run must never be
	 * taken for a real one.
	 */
	MigrationsEndpoint.Order order(Direction direction, String revision) {
		if (this.hasBody) {
			throw refused("A request that names the revision in its path takes no body.");
		}
		for (String name : this.query.keySet()) {
			if (!KNOWN.contains(name)) {
				throw refused("There is no query parameter '" + name + "'.");
			}
		}
		return new MigrationsEndpoint.Order(direction, revision, this.query.getFirst("database"), dryRun());
	}

	private boolean dryRun() {
		String text = this.query.getFirst("dryRun");
		if (text == null || text.equals("false")) {
			return false;
		}
		if (text.equals("true")) {
			return true;
		}
		throw refused("The query parameter dryRun is true or false.");
	}

	static MigrateException unreadable() {
		return refused("This web server does not show an operation without a body who asks.");
	}

	private static MigrateException refused(String sentence) {
		return new MigrateException(ErrorCode.USAGE, sentence,
				"Send a JSON body to …/upgrade or …/downgrade: {\"revision\": \"head\", \"dryRun\": true}");
	}

}
