package dev.migrate.boot.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches where {@code spring.migrate.databases} names any.
 */
class StatedDatabasesCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("spring.migrate.databases");
		return new StatedDatabases(context.getEnvironment()).areThere() ? ConditionOutcome.match(message.because("set"))
				: ConditionOutcome.noMatch(message.because("not set"));
	}

}
