package dev.migrate.boot.launch;

import java.util.Arrays;

import dev.migrate.boot.cli.Need;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Leaves out the auto-configurations that a command has no need of, with what they
 * import. Without a command it leaves out nothing.
 */
public final class CommandFilter implements AutoConfigurationImportFilter, EnvironmentAware, Ordered {

	private @Nullable Environment environment;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	/** Before the others, which then have less to do. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
		boolean[] matches = new boolean[names.length];
		if (!CommandProperties.leaveOut(this.environment)) {
			Arrays.fill(matches, true);
			return matches;
		}
		Need need = CommandProperties.need(this.environment);
		for (int index = 0; index < names.length; index++) {
			String name = names[index];
			matches[index] = name != null && WantedConfigurations.areWanted(name, need);
		}
		return matches;
	}

}
