package dev.migrate.boot.launch;

import dev.migrate.boot.autoconfigure.DatabasesAlone;
import dev.migrate.boot.autoconfigure.RevisionsAlone;
import dev.migrate.boot.cli.Need;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Tells, before a command begins, whether what was read of an application is enough for
 * it.
 */
final class Sufficiency {

	private static final Log logger = LogFactory.getLog(Sufficiency.class);

	private Sufficiency() {
	}

	static boolean of(ConfigurableApplicationContext context, Need need) {
		boolean enough = false;
		try {
			String unsettled = (need == Need.NOTHING || need == Need.APPLICATION) ? null
					: new Conditions(context).onWhatMayBeLeftOut();
			if (unsettled != null) {
				logger.debug(unsettled + " is on condition of beans that may have been left out that this application"
						+ " needs");
				return false;
			}
			enough = switch (need) {
				case NOTHING, APPLICATION -> true;
				case REVISIONS -> RevisionsAlone.suffice(context);
				case DATABASE, RUN -> DatabasesAlone.suffice(context);
			};
		}
		catch (RuntimeException | LinkageError ex) {
			missed(ex);
			return false;
		}
		if (!enough) {
			logger.debug("The whole application has to be asked");
		}
		return enough;
	}

	/** Say why the application is started once more. */
	static void missed(Throwable failure) {
		logger.debug("Something was left out that this application needs", failure);
	}

}
