package dev.migrate.boot.actuate;

import java.util.Map;

import dev.migrate.revision.Direction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.jmx.annotation.EndpointJmxExtension;

/**
 * {@link EndpointJmxExtension @EndpointJmxExtension} of the {@link MigrationsEndpoint}:
 * upgrade and downgrade where nobody can be asked who they are.
 */
@EndpointJmxExtension(endpoint = MigrationsEndpoint.class)
public final class MigrationsEndpointJmxExtension {

	private static final String ACTOR = "jmx";

	private final MigrationsEndpoint endpoint;

	/**
	 * Create an extension.
	 * @param endpoint does the work
	 */
	public MigrationsEndpointJmxExtension(MigrationsEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Upgrade or downgrade.
	 * @param direction which of the two
	 * @param revision where to; null means {@code head} on the way up
	 * @param database which; null if there is only one
	 * @param dryRun whether to plan only; null means no
	 * @return the fields of a {@link dev.migrate.boot.descriptor.RunDescriptor}
	 */
	@WriteOperation
	public Map<String, Object> run(Direction direction, @Nullable String revision, @Nullable String database,
			@Nullable Boolean dryRun) {
		return this.endpoint
			.run(new MigrationsEndpoint.Order(direction, revision, database, Boolean.TRUE.equals(dryRun)), ACTOR);
	}

}
