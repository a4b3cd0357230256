package dev.migrate.boot.descriptor;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One revision with what it does. Its fields are those of the listing and two more.
 *
 * @param revision as in the listing
 * @param hazards what it endangers
 * @param sql what it runs, or null if that may not be shown
 */
public record RevisionDetailDescriptor(RevisionDescriptor revision, List<HazardDescriptor> hazards,
		@Nullable SqlDescriptor sql) implements Descriptor {

	public RevisionDetailDescriptor {
		hazards = List.copyOf(hazards);
	}

	@Override
	public Map<String, Object> fields() {
		return new Fields().all(this.revision).with("hazards", this.hazards).with("sql", this.sql).map();
	}

}
