package dev.migrate.event;

/**
 * Is told what a run does, in order, on the thread that runs. What it throws is logged
 * and dropped: an observer never breaks a run. It must not use the connection pool of the
 * run while a pool of one is served.
 */
@FunctionalInterface
public interface MigrationListener {

	/** Listens to nothing. */
	MigrationListener NONE = new MigrationListener() {

		@Override
		public void onEvent(MigrationEvent event) {
			// Nobody asked.
		}

	};

	/**
	 * Take notice.
	 * @param event what happened
	 */
	void onEvent(MigrationEvent event);

}
