package dev.migrate.boot.autoconfigure;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.sql.DataSource;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Finds Hibernate set to change the schema beside us: two owners of one schema.
 */
final class DdlAutoCheck {

	private static final Log logger = LogFactory.getLog(DdlAutoCheck.class);

	// Hibernate's words and those of Jakarta Persistence.
	private static final Set<String> CHANGING = Set.of("create", "create-only", "create-drop", "update", "drop",
			"drop-and-create");

	private final Environment environment;

	private final ObjectProvider<DataSource> dataSource;

	DdlAutoCheck(Environment environment, ObjectProvider<DataSource> dataSource) {
		this.environment = environment;
		this.dataSource = dataSource;
	}

	void check(Collection<DatabaseProperties> databases) {
		String property = setting();
		if (property == null || !ClassUtils.isPresent("org.hibernate.SessionFactory", null)) {
			return;
		}
		String value = this.environment.getProperty(property, "").toLowerCase(Locale.ROOT);
		if (value.equals("true")) {
			value = "update";
		}
		if (!CHANGING.contains(value) || (value.equals("create-drop") && embedded())) {
			return;
		}
		String sentence = property + "=" + value + " lets Hibernate change the schema that revisions build.";
		if (databases.stream().anyMatch(DatabaseProperties::isAutoUpgrade)) {
			throw new MigrateException(ErrorCode.USAGE, sentence,
					"Set it to none or validate: `db migrate` writes what the entities need as a revision. Or set"
							+ " spring.migrate.enabled=false where Hibernate is to own the schema.");
		}
		logger.warn(sentence + " Set it to none or validate.");
	}

	// The first that is set counts, as for Boot and Hibernate.
	private @Nullable String setting() {
		for (String property : new String[] {
				"spring.jpa.properties.jakarta.persistence.schema-generation.database.action",
				"spring.jpa.properties.hibernate.hbm2ddl.auto", "spring.jpa.hibernate.ddl-auto",
				"spring.jpa.generate-ddl" }) {
			if (this.environment.containsProperty(property)) {
				return property;
			}
		}
		return null;
	}

	private boolean embedded() {
		DataSource unique = this.dataSource.getIfUnique();
		List<DataSource> all = (unique != null) ? List.of(unique) : this.dataSource.stream().toList();
		return !all.isEmpty() && all.stream().allMatch(EmbeddedDatabaseConnection::isEmbedded);
	}

}
