package dev.migrate.boot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import picocli.CommandLine.IVersionProvider;

/**
 * Which version of the project this is, as its jar says.
 */
final class ProjectVersion implements IVersionProvider {

	private static final String DESCRIPTION = "/META-INF/maven/dev.migrate/migrate-spring-boot-autoconfigure/pom.properties";

	@Override
	public String[] getVersion() throws IOException {
		try (InputStream stream = ProjectVersion.class.getResourceAsStream(DESCRIPTION)) {
			if (stream == null) {
				return new String[] { "Migrate, from class folders" };
			}
			Properties properties = new Properties();
			properties.load(stream);
			return new String[] { "Migrate " + properties.getProperty("version", "of an unknown version") };
		}
	}

}
