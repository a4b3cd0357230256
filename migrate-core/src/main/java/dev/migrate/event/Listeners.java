package dev.migrate.event;

import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several listeners as one, each kept from breaking the run and the others.
 */
public final class Listeners implements MigrationListener {

	private static final Logger logger = LoggerFactory.getLogger(Listeners.class);

	private final List<MigrationListener> listeners;

	/**
	 * Create a group.
	 * @param listeners told in this order
	 */
	public Listeners(List<? extends MigrationListener> listeners) {
		this.listeners = List.copyOf(listeners);
	}

	/**
	 * Return a group with one more.
	 * @param last told after the others
	 * @return a new group
	 */
	public Listeners and(MigrationListener last) {
		List<MigrationListener> all = new ArrayList<>(this.listeners);
		all.add(last);
		return new Listeners(all);
	}

	@Override
	public void onEvent(MigrationEvent event) {
		for (MigrationListener listener : this.listeners) {
			try {
				listener.onEvent(event);
			}
			catch (RuntimeException ex) {
				logger.warn("A listener failed on {}; the run goes on", event.getClass().getSimpleName(), ex);
			}
		}
	}

}
