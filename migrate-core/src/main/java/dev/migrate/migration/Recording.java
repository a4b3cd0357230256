package dev.migrate.migration;

import java.util.List;

import dev.migrate.sql.LexicalRules;
import org.jspecify.annotations.Nullable;

/**
 * What one method of a Java revision recorded.
 *
 * @param entries in order
 * @param transactional whether it runs inside a transaction
 * @param irreversible why it can't be run, or null if it can; downgrades only
 */
public record Recording(List<Recorded> entries, boolean transactional, @Nullable String irreversible) {

	public Recording {
		entries = List.copyOf(entries);
	}

	/**
	 * Record an upgrade.
	 * @param migration the revision
	 * @return what it does
	 */
	public static Recording upgrade(Migration migration) {
		Recorder recorder = new Recorder(null);
		migration.upgrade(recorder);
		return recorder.recording();
	}

	/**
	 * Record a downgrade.
	 * @param migration the revision
	 * @return what it does
	 */
	public static Recording downgrade(Migration migration) {
		Recorder recorder = new Recorder(upgrade(migration));
		migration.downgrade(recorder);
		return recorder.recording();
	}

	/**
	 * Return the entries that a database runs.
	 * @param dialect the database
	 * @return those for all databases and those for this one, in order
	 */
	public List<Recorded> entries(String dialect) {
		return this.entries.stream()
			.filter((entry) -> entry.dialects().isEmpty() || entry.dialects().contains(dialect))
			.toList();
	}

	/**
	 * Return the checksum of what a database runs: of the operations, not of the SQL that
	 * they are rendered to.
	 * @param dialect the database
	 * @param rules how it reads SQL
	 * @return algorithm, colon, digest
	 */
	public String checksum(String dialect, LexicalRules rules) {
		return frozen(dialect, rules).checksum();
	}

	FrozenForm frozen(String dialect, LexicalRules rules) {
		FrozenForm form = new FrozenForm();
		FrozenOperations operations = new FrozenOperations(form, rules);
		entries(dialect).forEach((entry) -> entry.accept(operations));
		return form;
	}

}
