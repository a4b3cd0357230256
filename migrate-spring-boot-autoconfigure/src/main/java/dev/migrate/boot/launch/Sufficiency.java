package dev.migrate.boot.launch;

import java.sql.SQLException;

import dev.migrate.boot.autoconfigure.DatabasesAlone;
import dev.migrate.boot.autoconfigure.RevisionsAlone;
import dev.migrate.boot.cli.CommandFailedException;
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
			if (!isForWantOfMore(ex)) {
				throw ApplicationFailures.of(ex, "The database of this application can't be used", context);
			}
			missed(ex);
			return false;
		}
		if (!enough) {
			logger.debug("The whole application has to be asked");
		}
		return enough;
	}

	/**
	 * Tell whether more of the application may help. A database that refuses does so
	 * again, and whoever waited for it would wait twice.
	 */
	static boolean isForWantOfMore(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException || cause instanceof CommandFailedException) {
				return false;
			}
		}
		return true;
	}

	/** Say why the application is started once more. */
	static void missed(Throwable failure) {
		logger.debug("Something was left out that this application needs", failure);
	}

}
