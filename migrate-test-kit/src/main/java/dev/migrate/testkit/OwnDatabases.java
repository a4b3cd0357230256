package dev.migrate.testkit;

import java.lang.reflect.Field;
import java.util.List;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Fills the fields that are marked with {@link OwnDatabase}.
 */
final class OwnDatabases implements BeforeEachCallback, AfterEachCallback {

	@Override
	public void beforeEach(ExtensionContext context) throws IllegalAccessException {
		for (Field field : fields(context)) {
			field.set(context.getRequiredTestInstance(), TestPostgres.database());
		}
	}

	@Override
	public void afterEach(ExtensionContext context) throws IllegalAccessException {
		for (Field field : fields(context)) {
			if (field.get(context.getRequiredTestInstance()) instanceof TestDatabase database) {
				database.close();
			}
		}
	}

	private static List<Field> fields(ExtensionContext context) {
		List<Field> fields = AnnotationSupport.findAnnotatedFields(context.getRequiredTestClass(), OwnDatabase.class);
		fields.forEach((field) -> field.setAccessible(true));
		return fields;
	}

}
