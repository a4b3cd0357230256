package dev.migrate.boot.slender;

import javax.sql.DataSource;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Primary;
import org.springframework.core.type.AnnotationMetadata;
import tools.jackson.databind.json.JsonMapper;

/**
 * Like the auto-configuration of somebody else: read after Spring Boot's, and on
 * condition of one of its beans.
 */
class LaterDataSource {

	@Bean
	@Primary
	@ConditionalOnBean(JsonMapper.class)
	DataSource laterDataSource() {
		return SlenderApplication.at("./here");
	}

	static class Selector implements DeferredImportSelector {

		@Override
		public String[] selectImports(AnnotationMetadata importing) {
			return new String[] { LaterDataSource.class.getName() };
		}

	}

}
