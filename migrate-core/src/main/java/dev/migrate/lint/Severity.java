package dev.migrate.lint;

/**
 * How bad a finding is.
 */
public enum Severity {

	/** Look at it. */
	WARNING,

	/** It loses data, stops the application, or stops instances that still run. */
	ERROR

}
