package dev.migrate.service;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.migrate.revision.RevisionId;

/**
 * How to settle what a run or an edit left behind.
 *
 * @param action what to do
 * @param revisions which, or none for all that need it
 * @param actor who asks
 * @param arguments what the code of revisions is given
 */
public record RepairRequest(Action action, List<RevisionId> revisions, String actor, Map<String, String> arguments) {

	public RepairRequest {
		revisions = List.copyOf(revisions);
		arguments = Map.copyOf(arguments);
	}

	public RepairRequest(Action action, List<RevisionId> revisions, String actor) {
		this(action, revisions, actor, Map.of());
	}

	/** What a repair does. */
	public enum Action {

		/** Go on from the statement that failed. */
		RESUME,

		/** Run the other way, from the last statement that was done. */
		UNDO,

		/** Take it as done. */
		MARK_DONE,

		/** Accept an edited file. */
		ACCEPT;

		/**
		 * Return the option of the command line.
		 * @return for example {@code mark-done}
		 */
		public String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
