package dev.migrate.service;

import java.sql.SQLException;
import java.time.Duration;

import dev.migrate.dialect.AdvisoryLock;
import dev.migrate.dialect.LockHolder;
import dev.migrate.history.LeaseStore;
import dev.migrate.run.DatabaseLock;
import dev.migrate.run.DatabaseSession;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Sees who runs something now, by either lock.
 */
final class Holders {

	private final DatabaseSession session;

	Holders(DatabaseSession session) {
		this.session = session;
	}

	@Nullable LockHolder find(boolean tablesExist) throws SQLException {
		AdvisoryLock advisory = this.session.dialect().advisoryLock();
		LockHolder holder = (advisory != null)
				? advisory.holder(this.session.connection(), DatabaseLock.key(this.session.tables())) : null;
		if (holder != null || !tablesExist) {
			return holder;
		}
		try {
			return new LeaseStore(this.session.connection(), this.session.tables(), this.session.dialect(),
					Duration.ZERO)
				.holder();
		}
		catch (DataAccessException ex) {
			// Without a table of leases, or the right to read it, nobody can be named.
			return null;
		}
	}

}
