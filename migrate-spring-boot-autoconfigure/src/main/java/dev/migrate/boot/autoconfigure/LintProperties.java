package dev.migrate.boot.autoconfigure;

import dev.migrate.lint.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What dangerous revisions are refused for.
 */
public class LintProperties {

	/**
	 * Least severity of a finding in pending revisions that an upgrade is refused for.
	 */
	private FailOn failOn = FailOn.NONE;

	public FailOn getFailOn() {
		return this.failOn;
	}

	public void setFailOn(FailOn failOn) {
		this.failOn = failOn;
	}

	@Nullable Severity severity() {
		return switch (this.failOn) {
			case NONE -> null;
			case WARNING -> Severity.WARNING;
			case ERROR -> Severity.ERROR;
		};
	}

	/**
	 * The severities.
	 */
	public enum FailOn {

		/** Nobody looks. */
		NONE,

		/** Warnings and errors. */
		WARNING,

		/** Errors. */
		ERROR

	}

}
