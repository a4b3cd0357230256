package dev.migrate.generate;

import java.util.List;

import dev.migrate.diff.Answers;
import dev.migrate.script.MigrationScript;

/**
 * What to compare.
 *
 * @param base the revisions below the new one, in the order of an upgrade
 * @param answers what has been answered
 * @param prune whether to propose dropping what was made by hand
 * @param name how to speak of the new revision in a failure
 */
public record GenerateRequest(List<MigrationScript> base, Answers answers, boolean prune, String name) {

	public GenerateRequest {
		base = List.copyOf(base);
	}

}
