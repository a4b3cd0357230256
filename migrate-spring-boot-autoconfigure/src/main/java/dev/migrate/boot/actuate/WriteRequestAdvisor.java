package dev.migrate.boot.actuate;

import java.security.Principal;
import java.util.Map;

import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.InvocationContext;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvoker;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvokerAdvisor;
import org.springframework.boot.actuate.endpoint.invoke.OperationParameters;

/**
 * Reads a whole request to the web extension. Boot itself hands an operation the
 * arguments that it knows by name, and passes over the rest.
 */
public final class WriteRequestAdvisor implements OperationInvokerAdvisor {

	@Override
	public OperationInvoker apply(EndpointId endpointId, OperationType operationType, OperationParameters parameters,
			OperationInvoker invoker) {
		boolean takesRequest = endpointId.equals(MigrationsEndpoint.ID)
				&& parameters.stream().anyMatch((parameter) -> parameter.getType() == WriteRequest.class);
		return takesRequest ? (context) -> invoke(invoker, context) : invoker;
	}

	private static @Nullable Object invoke(OperationInvoker invoker, InvocationContext context) {
		SecurityContext security = context.resolveArgument(SecurityContext.class);
		Principal principal = (security != null) ? security.getPrincipal() : null;
		WriteRequest request;
		try {
			request = WriteRequest.of(context.getArguments(), principal);
		}
		catch (MigrateException ex) {
			return WebOperations.problem(ex);
		}
		return invoker.invoke(new InvocationContext((security != null) ? security : SecurityContext.NONE,
				Map.of(WriteRequest.PATH, request)));
	}

}
