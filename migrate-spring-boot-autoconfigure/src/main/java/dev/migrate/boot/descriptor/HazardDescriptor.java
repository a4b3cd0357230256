package dev.migrate.boot.descriptor;

import java.util.Map;

/**
 * A danger of an operation.
 *
 * @param kind its name
 * @param message one sentence
 */
public record HazardDescriptor(String kind, String message) implements Descriptor {

	@Override
	public Map<String, Object> fields() {
		return new Fields().with("kind", this.kind).with("message", this.message).map();
	}

}
