package dev.migrate.boot.actuate;

import java.util.Set;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} of the {@link MigrationsEndpoint} in
 * a servlet application: statuses, problems, and the principal as the actor.
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
	 * @param database its database; null if there is only one
	 * @return 200, or 404 if there is no such revision
	 */
	@ReadOperation
	public WebEndpointResponse<Object> revision(SecurityContext security, @Selector String revision,
			@Nullable String database) {
		return this.operations.revision(security, revision, database);
	}

	/**
	 * Upgrade or downgrade, as a JSON body says.
	 * @param security who asks
	 * @param direction which of the two
	 * @param revision where to; null means {@code head} on the way up
	 * @param database which; null if there is only one
	 * @param dryRun whether to plan only; null means no
	 * @return 200, or a problem
	 */
	@WriteOperation
	public WebEndpointResponse<Object> run(SecurityContext security, @Selector Direction direction,
			@Nullable String revision, @Nullable String database, @Nullable Boolean dryRun) {
		return this.operations.run(
				new MigrationsEndpoint.Order(direction, revision, database, Boolean.TRUE.equals(dryRun)),
				security.getPrincipal());
	}

	/**
	 * Upgrade or downgrade without a body.
	 * @param direction which of the two
	 * @param revision where to
	 * @return 200, or a problem
	 */
	@WriteOperation
	public WebEndpointResponse<Object> runTo(@Selector Direction direction, @Selector String revision) {
		try {
			BodylessRequest request = request();
			return this.operations.run(request.order(direction, revision), request.principal());
		}
		catch (MigrateException ex) {
			return WebOperations.problem(ex);
		}
	}

	private static BodylessRequest request() {
		if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
			throw BodylessRequest.unreadable();
		}
		HttpServletRequest request = attributes.getRequest();
		MultiValueMap<String, String> query = new LinkedMultiValueMap<>(
				UriComponentsBuilder.fromUri(new ServletServerHttpRequest(request).getURI()).build().getQueryParams());
		boolean hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
		return new BodylessRequest(request.getUserPrincipal(), query, hasBody);
	}

}
