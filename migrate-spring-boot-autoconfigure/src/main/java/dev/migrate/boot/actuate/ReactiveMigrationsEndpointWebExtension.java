package dev.migrate.boot.actuate;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} of the {@link MigrationsEndpoint} in
 * a reactive application. It needs a {@link ServerWebExchangeContextFilter}. Runs block a
 * thread of Reactor's elastic scheduler, never the event loop.
 */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public final class ReactiveMigrationsEndpointWebExtension {

	private final WebOperations operations;

	/**
	 * Create an extension.
	 * @param endpoint does the work
	 * @param showSql whether the statements of revisions are shown
	 * @param roles one of which authorizes; empty if every user is authorized
	 */
	public ReactiveMigrationsEndpointWebExtension(MigrationsEndpoint endpoint, Show showSql, Set<String> roles) {
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
	public Mono<WebEndpointResponse<Object>> runTo(@Selector Direction direction, @Selector String revision) {
		return Mono.deferContextual((context) -> {
			Optional<ServerWebExchange> exchange = ServerWebExchangeContextFilter.getExchange(context);
			if (exchange.isEmpty()) {
				return Mono.just(WebOperations.problem(BodylessRequest.unreadable()));
			}
			return exchange.get()
				.getPrincipal()
				.map(Optional::of)
				.defaultIfEmpty(Optional.empty())
				.publishOn(Schedulers.boundedElastic())
				.map((principal) -> runTo(direction, revision, exchange.get(), principal.orElse(null)));
		});
	}

	private WebEndpointResponse<Object> runTo(Direction direction, String revision, ServerWebExchange exchange,
			@Nullable Principal principal) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		boolean hasBody = headers.getContentLength() > 0 || headers.getFirst(HttpHeaders.TRANSFER_ENCODING) != null;
		BodylessRequest request = new BodylessRequest(principal, exchange.getRequest().getQueryParams(), hasBody);
		try {
			return this.operations.run(request.order(direction, revision), principal);
		}
		catch (MigrateException ex) {
			return WebOperations.problem(ex);
		}
	}

}
