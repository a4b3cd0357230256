package dev.migrate.generate;

import java.util.List;

/**
 * A live schema as a revision.
 *
 * @param generated the revision; asks or is empty as any other
 * @param lost what of the schema it does not carry, a line each
 */
public record Recorded(Generated generated, List<String> lost) {

	public Recorded {
		lost = List.copyOf(lost);
	}

}
