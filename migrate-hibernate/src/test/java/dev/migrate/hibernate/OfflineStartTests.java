package dev.migrate.hibernate;

import java.util.List;
import java.util.stream.Stream;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Entities are read without a factory, and what is read is what the complete factory
 * would have said.
 */
class OfflineStartTests {

	static Stream<Class<?>> models() {
		return CreatedSchemaIntegrationTests.models();
	}

	@ParameterizedTest
	@MethodSource("models")
	void readsWithoutAFactoryWhatACompleteOneSays(Class<?> model) {
		assertThat(isComplete(TestUnit.nestedIn(model))).isFalse();
		assertThat(TestUnit.nestedIn(model).read(TestUnit.POSTGRESQL_18))
			.isEqualTo(withIntegrator(model).read(TestUnit.POSTGRESQL_18));
	}

	private static TestUnit withIntegrator(Class<?> model) {
		IntegratorProvider provider = () -> List.of(new Idle());
		return TestUnit.nestedIn(model).with("hibernate.integrator_provider", provider);
	}

	private static boolean isComplete(TestUnit unit) {
		try (OfflineModel model = OfflineModel.start(unit.request(TestUnit.POSTGRESQL_18))) {
			return model.isComplete();
		}
	}

	@Test
	void buildsTheFactoryForAnIntegratorOfTheApplication() {
		assertThat(isComplete(withIntegrator(TypeModels.Basics.class))).isTrue();
	}

	@Test
	void readsALargeModelAsACompleteFactoryDoes() {
		TestUnit unit = LargeModel.unit(30);
		EntitySchema quick = unit.read(TestUnit.H2);
		IntegratorProvider provider = () -> List.of(new Idle());
		assertThat(quick).isEqualTo(unit.with("hibernate.integrator_provider", provider).read(TestUnit.H2));
	}

	private static final class Idle implements Integrator {

		@Override
		public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
			// The factory has to be built for it nevertheless.
		}

	}

}
