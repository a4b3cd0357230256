package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * A lock that belongs to a session and ends with it. It is polled, never waited for: a
 * blocked waiter keeps a snapshot open, and a concurrent index build waits for that.
 */
public interface AdvisoryLock {

	/**
	 * Take the lock if it is free.
	 * @param connection in autocommit
	 * @param key of the version table
	 * @return whether it is ours now
	 * @throws SQLException if the database can't tell
	 */
	boolean tryAcquire(Connection connection, long key) throws SQLException;

	/**
	 * Give the lock back.
	 * @param connection the session that took it
	 * @param key of the version table
	 * @throws SQLException if the connection is gone; the lock is gone with it
	 */
	void release(Connection connection, long key) throws SQLException;

	/**
	 * Return who has the lock.
	 * @param connection any session
	 * @param key of the version table
	 * @return the holder, or null if it is free or can't be seen
	 * @throws SQLException if the database can't tell
	 */
	@Nullable LockHolder holder(Connection connection, long key) throws SQLException;

}
