package dev.migrate.boot.launch;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport.ConditionAndOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport.ConditionAndOutcomes;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.context.annotation.ConfigurationCondition.ConfigurationPhase;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/**
 * The conditions that an application has put on its beans, where they may have come out
 * otherwise in a command.
 */
final class Conditions {

	private static final List<String> FRAMEWORKS = List.of("org.springframework.boot.",
			"dev.migrate.boot.autoconfigure.", "dev.migrate.boot.observe.");

	private static final String ON_BEAN = "org.springframework.boot.autoconfigure.condition.OnBeanCondition";

	private static final String ON_WEB = "org.springframework.boot.autoconfigure.condition.OnWebApplicationCondition";

	private static final List<String> WEB = List.of("org.springframework.web.", "jakarta.servlet.",
			"org.springframework.boot.web.", "org.springframework.boot.webmvc.", "org.springframework.boot.webflux.",
			"org.springframework.boot.servlet.", "org.springframework.boot.tomcat.");

	private final ConfigurableApplicationContext context;

	private final @Nullable ClassLoader classLoader;

	private final MetadataReaderFactory reader;

	Conditions(ConfigurableApplicationContext context) {
		this.context = context;
		this.classLoader = context.getClassLoader();
		this.reader = new SimpleMetadataReaderFactory(context.getClassLoader());
	}

	/**
	 * Return a bean that is there, or is not, because of another one that may be one of
	 * those that were left out.
	 * @return its class and method, or null if there is none
	 */
	@Nullable String onWhatMayBeLeftOut() {
		return first((source, condition) -> asksForBeans(condition)
				&& !(isOnBean(condition) && ConditionedPlace.read(source, this.reader).asksForItsOwn()));
	}

	private static boolean asksForBeans(Condition condition) {
		return condition instanceof ConfigurationCondition phased
				&& phased.getConfigurationPhase() == ConfigurationPhase.REGISTER_BEAN;
	}

	/**
	 * Return what makes a DataSource, or doesn't, because a command is no web
	 * application.
	 * @return its class and method, or null if there is none
	 */
	@Nullable String onAWebApplication() {
		return first((source, condition) -> {
			if (!isOnBean(condition) && !condition.getClass().getName().equals(ON_WEB)) {
				return false;
			}
			ConditionedPlace place = ConditionedPlace.read(source, this.reader);
			return place.leadsToADatabase(this.classLoader)
					&& (!isOnBean(condition) || place.beansAskedFor().stream().anyMatch(Conditions::isOfTheWeb));
		});
	}

	private static boolean isOnBean(Condition condition) {
		return condition.getClass().getName().equals(ON_BEAN);
	}

	private static boolean isOfTheWeb(String type) {
		return WEB.stream().anyMatch(type::startsWith);
	}

	private @Nullable String first(BiPredicate<String, Condition> asked) {
		ConditionEvaluationReport report = ConditionEvaluationReport.find(this.context.getBeanFactory());
		if (report == null) {
			return null;
		}
		for (Map.Entry<String, ConditionAndOutcomes> evaluated : report.getConditionAndOutcomesBySource().entrySet()) {
			String source = evaluated.getKey();
			if (FRAMEWORKS.stream().noneMatch(source::startsWith)
					&& StreamSupport.stream(evaluated.getValue().spliterator(), false)
						.map(ConditionAndOutcome::getCondition)
						.anyMatch((condition) -> asked.test(source, condition))) {
				return source;
			}
		}
		return null;
	}

}
