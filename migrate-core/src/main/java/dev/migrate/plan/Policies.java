package dev.migrate.plan;

/**
 * What the configuration says about states that are not as they should be.
 *
 * @param onChanged an applied revision's statements are no longer those that ran
 * @param onUnknown the database has revisions that the folder lacks, and nothing is
 * pending
 */
public record Policies(Policy onChanged, Policy onUnknown) {

	/** Refuse edits, let an older application start. */
	public static final Policies DEFAULT = new Policies(Policy.FAIL, Policy.WARN);

}
