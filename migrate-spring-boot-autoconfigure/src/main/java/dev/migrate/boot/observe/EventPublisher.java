package dev.migrate.boot.observe;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.event.MigrationEvent;
import dev.migrate.event.MigrationListener;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes {@link MigrationApplicationEvent}s. Those of the boot are held back until the
 * application is ready to listen: a listener may well need the schema that is just being
 * built, and methods that listen are not known yet. After that they are published on the
 * thread of the run.
 */
public final class EventPublisher implements DatabaseListeners {

	private final ApplicationEventPublisher publisher;

	private final List<MigrationApplicationEvent> held = new ArrayList<>();

	private boolean ready;

	/**
	 * Create the publisher.
	 * @param publisher takes the events
	 */
	public EventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	/**
	 * Publish what was held back, in order, and hold back no longer.
	 */
	public void ready() {
		List<MigrationApplicationEvent> events;
		synchronized (this.held) {
			this.ready = true;
			events = List.copyOf(this.held);
			this.held.clear();
		}
		events.forEach(this.publisher::publishEvent);
	}

	@Override
	public MigrationListener forDatabase(String database) {
		return (event) -> {
			if (isTold(event)) {
				publish(new MigrationApplicationEvent(this, database, event));
			}
		};
	}

	private static boolean isTold(MigrationEvent event) {
		return event instanceof MigrationEvent.RunStarted || event instanceof MigrationEvent.StepStarted
				|| event instanceof MigrationEvent.StepFinished || event instanceof MigrationEvent.StepFailed
				|| event instanceof MigrationEvent.RunFinished;
	}

	private void publish(MigrationApplicationEvent event) {
		synchronized (this.held) {
			if (!this.ready) {
				this.held.add(event);
				return;
			}
		}
		this.publisher.publishEvent(event);
	}

}
