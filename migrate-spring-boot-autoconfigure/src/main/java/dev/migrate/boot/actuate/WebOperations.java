package dev.migrate.boot.actuate;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.migrate.boot.descriptor.ProblemDescriptor;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeType;

/**
 * What the two web extensions share: statuses, problems, and who asks.
 */
final class WebOperations {

	static final String ANONYMOUS = "anonymous";

	private static final MimeType PROBLEM = new MimeType("application", "problem+json");

	private final MigrationsEndpoint endpoint;

	private final Show showSql;

	private final Set<String> roles;

	WebOperations(MigrationsEndpoint endpoint, Show showSql, Set<String> roles) {
		this.endpoint = endpoint;
		this.showSql = showSql;
		this.roles = Set.copyOf(roles);
	}

	WebEndpointResponse<Object> migrations() {
		return answer(this.endpoint::migrations);
	}

	WebEndpointResponse<Object> revision(SecurityContext security, String revision, @Nullable String database) {
		boolean withSql = this.showSql.isShown(security, this.roles);
		return answer(() -> this.endpoint.revision(revision, database, withSql));
	}

	WebEndpointResponse<Object> run(MigrationsEndpoint.Order order, @Nullable Principal principal) {
		String actor = (principal != null) ? principal.getName() : ANONYMOUS;
		return answer(() -> this.endpoint.run(order, actor));
	}

	private static WebEndpointResponse<Object> answer(Supplier<@Nullable Map<String, Object>> operation) {
		try {
			Map<String, Object> body = operation.get();
			return (body != null) ? new WebEndpointResponse<>(body)
					: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		catch (MigrateException ex) {
			return problem(ex);
		}
	}

	static WebEndpointResponse<Object> problem(MigrateException exception) {
		ProblemStatus status = ProblemStatus.of(exception.code());
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("title", status.title());
		body.put("status", status.code());
		body.putAll(ProblemDescriptor.of(exception).fields());
		return new WebEndpointResponse<>(OperationResponseBody.of(body), status.code(), PROBLEM);
	}

}
