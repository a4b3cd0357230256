package dev.migrate.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.migrate.error.MigrateException;
import dev.migrate.history.LeaseStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Renews a lease while a long statement keeps its holder's own connection busy. It takes
 * a connection for each renewal and gives it back; where there is none to be had, the
 * lease lives as long as it was made for.
 */
final class LeaseRenewal implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(LeaseRenewal.class);

	private static final int RENEWALS_PER_LEASE = 3;

	private final DatabaseSession session;

	private final Duration lease;

	private final String owner;

	private final CountDownLatch over = new CountDownLatch(1);

	private final Thread thread = new Thread(this::renew, "migrate-lease");

	private LeaseRenewal(DatabaseSession session, Duration lease, String owner) {
		this.session = session;
		this.lease = lease;
		this.owner = owner;
		this.thread.setDaemon(true);
	}

	/**
	 * Begin to renew.
	 * @param session of the holder; others are opened beside it
	 * @param lease how long it lives
	 * @param owner who holds it
	 * @return the renewal, to be closed before the lease is given back
	 */
	static LeaseRenewal begin(DatabaseSession session, Duration lease, String owner) {
		LeaseRenewal renewal = new LeaseRenewal(session, lease, owner);
		if (session.hasSiblings()) {
			renewal.thread.start();
		}
		return renewal;
	}

	private void renew() {
		try {
			while (!this.over.await(Math.max(1, this.lease.toMillis() / RENEWALS_PER_LEASE), TimeUnit.MILLISECONDS)) {
				renewOnce();
			}
		}
		catch (InterruptedException ex) {
			// The run is over.
		}
	}

	private void renewOnce() {
		try (DatabaseSession sibling = this.session.sibling()) {
			if (this.over.getCount() > 0) {
				new LeaseStore(sibling.connection(), this.session.tables(), sibling.dialect(), this.lease)
					.renew(this.owner);
			}
		}
		catch (MigrateException | DataAccessException ex) {
			// Whether the lease is still ours the holder asks before it commits anything.
			logger.debug("The lease was not renewed", ex);
		}
	}

	@Override
	public void close() {
		this.over.countDown();
		// It may wait for a pool that has nothing left.
		this.thread.interrupt();
	}

}
