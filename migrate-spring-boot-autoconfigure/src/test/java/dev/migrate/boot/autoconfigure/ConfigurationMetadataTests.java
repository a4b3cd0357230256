package dev.migrate.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.util.AntPathMatcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * What an IDE offers.
 */
class ConfigurationMetadataTests {

	private Map<String, JsonNode> properties;

	private Map<String, JsonNode> hints;

	@BeforeEach
	void readMetadata() throws IOException {
		URI classes = URI
			.create(MigrateProperties.class.getProtectionDomain().getCodeSource().getLocation().toString());
		try (InputStream stream = classes.resolve("META-INF/spring-configuration-metadata.json").toURL().openStream()) {
			JsonNode metadata = new JsonMapper().readTree(stream);
			this.properties = byName(metadata.get("properties"));
			this.hints = byName(metadata.get("hints"));
		}
	}

	private static Map<String, JsonNode> byName(JsonNode nodes) {
		Map<String, JsonNode> found = new TreeMap<>();
		nodes.forEach((node) -> found.put(node.get("name").asString(), node));
		return found;
	}

	@Test
	void everyPropertyHasADescription() {
		assertThat(this.properties).hasSizeGreaterThan(30).allSatisfy((name, property) -> {
			assertThat(property.path("description").asString("")).as(name).endsWith(".");
			assertThat(property.path("type").asString("")).as(name).isNotEmpty();
		});
		assertThat(this.properties.keySet()).allMatch((name) -> name.startsWith("spring.migrate.")
				|| name.matches("management\\.(endpoint|health|info)\\.migrations\\..+"));
	}

	@Test
	void defaultsAreThoseOfTheContract() {
		Map<String, Object> defaults = new TreeMap<>();
		this.properties.forEach((name, property) -> {
			if (name.startsWith("spring.migrate.") && property.has("defaultValue")) {
				defaults.put(name.substring("spring.migrate.".length()), value(property.get("defaultValue")));
			}
		});
		assertThat(defaults).containsOnly(entry("enabled", "true"), entry("auto-upgrade", "false"),
				entry("on-pending", "warn"), entry("target", "head"),
				entry("locations", List.of("classpath:db/migrations")), entry("version-table", "migrate_version"),
				entry("journal-table", "migrate_journal"), entry("lock-table", "migrate_lock"),
				entry("lock.mode", "auto"), entry("lock.wait", "5m"), entry("lock.lease", "30s"),
				entry("transaction", "per-revision"), entry("lock-timeout", "10s"),
				entry("file-template", "{date}_{time}_{rev}_{slug}"), entry("on-changed", "fail"),
				entry("on-unknown", "warn"), entry("scratch.beside", "false"), entry("lint.fail-on", "none"),
				entry("cli.enabled", "true"));
	}

	private static Object value(JsonNode node) {
		if (!node.isArray()) {
			return node.asString();
		}
		List<Object> values = new ArrayList<>();
		node.forEach((element) -> values.add(element.asString()));
		return values;
	}

	@Test
	void nothingChangesTheDatabaseUnasked() {
		assertThat(this.properties.get("management.endpoint.migrations.access").get("defaultValue").asString())
			.isEqualTo("read_only");
	}

	@Test
	void hintsHelpWithWhatATypeDoesNotSay() {
		assertThat(this.hints.keySet()).contains("spring.migrate.locations", "spring.migrate.target",
				"spring.migrate.driver-class-name");
		assertThat(this.hints.get("spring.migrate.target").get("values"))
			.extracting((value) -> value.get("value").asString())
			.containsExactly("head", "heads");
		assertThat(this.properties.keySet()).containsAll(this.hints.keySet());
	}

	@Test
	void aNewRevisionAloneDoesNotRestartTheApplicationUnderDevTools() throws IOException {
		Properties settings = PropertiesLoaderUtils
			.loadProperties(new ClassPathResource("META-INF/spring-devtools.properties"));
		String pattern = settings.getProperty("defaults.spring.devtools.restart.additional-exclude");
		assertThat(new AntPathMatcher().match(pattern, "db/migrations/school/20261120_add_age.sql")).isTrue();
		assertThat(new AntPathMatcher().match(pattern, "db/queries/students.sql")).isFalse();
	}

}
