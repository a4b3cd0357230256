package dev.migrate.boot.descriptor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every database of an application.
 *
 * @param databases by name, in the order they are worked on; a {@link ProblemDescriptor}
 * for one that can't be read
 */
public record MigrationsDescriptor(Map<String, ? extends Descriptor> databases) implements Descriptor {

	public MigrationsDescriptor {
		databases = Collections.unmodifiableMap(new LinkedHashMap<>(databases));
	}

	@Override
	public Map<String, Object> fields() {
		return new Fields().with("databases", this.databases).map();
	}

}
