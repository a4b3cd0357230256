package dev.migrate.boot.autoconfigure;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.core.env.Environment;

/**
 * Says once, when the application boots, that the endpoint may change the database.
 */
final class WriteAccessNotice implements SmartInitializingSingleton {

	static final String OWN_PROPERTY = "management.endpoint.migrations.access";

	static final String GLOBAL_PROPERTY = "management.endpoints.access.default";

	private static final Log logger = LogFactory.getLog(WriteAccessNotice.class);

	private final EndpointAccessResolver access;

	private final Environment environment;

	WriteAccessNotice(EndpointAccessResolver access, Environment environment) {
		this.access = access;
		this.environment = environment;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.access.accessFor(EndpointId.of("migrations"), Access.READ_ONLY) != Access.UNRESTRICTED) {
			return;
		}
		String open = "The migrations endpoint is open for writing: whoever may POST to it upgrades and downgrades the"
				+ " database (";
		if (this.environment.containsProperty(OWN_PROPERTY)) {
			logger.info(open + OWN_PROPERTY + "=unrestricted)");
		}
		else {
			// Nobody asked for this endpoint by name: it may be a surprise.
			logger.warn(open + GLOBAL_PROPERTY + "=unrestricted). Close it with " + OWN_PROPERTY + "=read-only");
		}
	}

}
