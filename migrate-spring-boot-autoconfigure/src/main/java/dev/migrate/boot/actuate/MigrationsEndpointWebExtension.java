package dev.migrate.boot.actuate;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} of the {@link MigrationsEndpoint}:
 * statuses, problems, and the principal as the actor. A {@link WriteRequestAdvisor} reads
 * what is asked of it.
 */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public final class MigrationsEndpointWebExtension {

	private final WebOperations operations;

	/**
	 * Create an extension.
	 * @param endpoint does the work
	 * @param showSql whether the statements of revisions are shown
	 * @param roles one of which authorizes; empty if every user is authorized
	 */
	public MigrationsEndpointWebExtension(MigrationsEndpoint endpoint, Show showSql, Set<String> roles) {
		this.operations = new WebOperations(endpoint, showSql, roles);
	}

	/**
	 * Look at every database.
	 * @return 200
	 */
	@ReadOperation
	public WebEndpointResponse<Object> migrations() {
		return this.operations.migrations();
	}

	/**
	 * Look at one revision.
	 * @param security who asks
	 * @param revision its full id
	 * @param database its database; null if only one has it
	 * @return 200, or 404 if there is no such revision
	 */
	@ReadOperation
	public WebEndpointResponse<Object> revision(SecurityContext security, @Selector String revision,
			@Nullable String database) {
		return this.operations.revision(security, revision, database);
	}

	/**
	 * Upgrade or downgrade, with a JSON body or without one. Any parameter beside the
	 * path would make a body and its content type compulsory, so this one holds
	 * everything.
	 * @param path with body, query and principal
	 * @return 200, or a problem
	 */
	@WriteOperation
	public WebEndpointResponse<Object> run(@Selector(match = Match.ALL_REMAINING) WriteRequest path) {
		return this.operations.run(path.order(), path.principal());
	}

}
