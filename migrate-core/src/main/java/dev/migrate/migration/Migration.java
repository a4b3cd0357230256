package dev.migrate.migration;

/**
 * A revision in Java. Its methods don't change a database: they record operations, which
 * are rendered for the database, shown in plans, and run later. They may be called any
 * number of times and have to record the same each time.
 */
@FunctionalInterface
public interface Migration {

	/**
	 * Record what an upgrade does.
	 * @param op records
	 */
	void upgrade(Operations op);

	/**
	 * Record what takes the upgrade back. Without this method there is no way back.
	 * @param op records
	 */
	default void downgrade(Operations op) {
		op.irreversible("no downgrade is written");
	}

}
