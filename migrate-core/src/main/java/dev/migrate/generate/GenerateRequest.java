package dev.migrate.generate;

import java.util.List;

import dev.migrate.diff.Answers;
import dev.migrate.schema.Schema;
import dev.migrate.script.MigrationScript;
import org.jspecify.annotations.Nullable;

/**
 * What to compare.
 *
 * @param base the revisions below the new one, in the order of an upgrade
 * @param answers what has been answered
 * @param prune whether to propose dropping what was made by hand
 * @param name how to speak of the new revision in a failure
 * @param live the schema of a database to compare with in place of what the base builds,
 * or null
 */
public record GenerateRequest(List<MigrationScript> base, Answers answers, boolean prune, String name,
		@Nullable Schema live) {

	/**
	 * Compare with what revisions build.
	 * @param base the revisions below the new one, in the order of an upgrade
	 * @param answers what has been answered
	 * @param prune whether to propose dropping what was made by hand
	 * @param name how to speak of the new revision in a failure
	 */
	public GenerateRequest(List<MigrationScript> base, Answers answers, boolean prune, String name) {
		this(base, answers, prune, name, null);
	}

	/**
	 * Compare with a database.
	 * @param schema what it has
	 * @return a request that differs in this alone
	 */
	public GenerateRequest against(Schema schema) {
		return new GenerateRequest(this.base, this.answers, this.prune, this.name, schema);
	}

	public GenerateRequest {
		base = List.copyOf(base);
	}

}
