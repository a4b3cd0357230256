package dev.migrate.boot.actuate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import dev.migrate.error.MigrateException;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.service.RevisionState;
import dev.migrate.service.StatusReport;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/**
 * {@link InfoContributor} that tells which revisions the databases are at.
 */
public final class MigrationsInfoContributor implements InfoContributor {

	private final MigrationDatabases databases;

	/**
	 * Create a contributor.
	 * @param databases of the application
	 */
	public MigrationsInfoContributor(MigrationDatabases databases) {
		this.databases = databases;
	}

	@Override
	public void contribute(Info.Builder builder) {
		Map<String, Object> described = new LinkedHashMap<>();
		this.databases.all().forEach((name, service) -> {
			try {
				described.put(name, describe(service.status()));
			}
			catch (MigrateException ex) {
				// The page of information must not fail with a database.
				described.put(name, Map.of("error", ex.getMessage()));
			}
		});
		builder.withDetail("migrations", described);
	}

	private static Map<String, Object> describe(StatusReport status) {
		Map<String, Object> described = new LinkedHashMap<>();
		described.put("current", status.current().stream().map(Objects::toString).toList());
		described.put("upToDate", status.upToDate());
		described.put("pending", status.in(RevisionState.PENDING).size());
		return described;
	}

}
