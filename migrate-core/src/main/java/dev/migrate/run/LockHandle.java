package dev.migrate.run;

/**
 * A lock that is held. Closing it gives it back.
 */
public interface LockHandle extends AutoCloseable {

	/**
	 * Make sure the lock is still ours before more is done.
	 * @throws dev.migrate.error.MigrateException with LOCKED if it was lost
	 */
	void keep();

	/**
	 * Tell whether the lock lasts as long as the session that works, without being kept.
	 * @return false if {@link #keep()} has to be called between two units of work
	 */
	boolean livesWithSession();

	@Override
	void close();

}
