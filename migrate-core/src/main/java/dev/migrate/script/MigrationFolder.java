package dev.migrate.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All revisions of an application, from all their sources, as one graph. Immutable.
 */
public final class MigrationFolder {

	private static final Logger logger = LoggerFactory.getLogger(MigrationFolder.class);

	private final Map<RevisionId, MigrationScript> scripts;

	private final RevisionGraph graph;

	private final List<String> locations;

	private MigrationFolder(Map<RevisionId, MigrationScript> scripts, List<String> locations) {
		this.scripts = scripts;
		List<Revision> revisions = new ArrayList<>(scripts.size());
		for (MigrationScript script : scripts.values()) {
			revisions.add(script.revision());
		}
		this.graph = RevisionGraph.of(revisions);
		this.locations = List.copyOf(locations);
	}

	/**
	 * Read every source.
	 * @param sources the places, in the order of the configuration
	 * @param dialect with which two files of one id are held to be the same or not
	 * @return the folder
	 * @throws MigrateException naming every fault that was found, before anything is run
	 */
	public static MigrationFolder load(Collection<? extends ScriptSource> sources, Dialect dialect) {
		Map<RevisionId, MigrationScript> scripts = new LinkedHashMap<>();
		List<String> locations = new ArrayList<>();
		for (ScriptSource source : sources) {
			locations.addAll(source.locations());
			for (MigrationScript script : source.load()) {
				MigrationScript earlier = scripts.putIfAbsent(script.revision().id(), script);
				if (earlier != null) {
					rejectUnlessSame(earlier, script, dialect);
				}
			}
		}
		return new MigrationFolder(scripts, locations);
	}

	private static void rejectUnlessSame(MigrationScript first, MigrationScript second, Dialect dialect) {
		if (!first.checksum(dialect).equals(second.checksum(dialect))
				|| !first.revision().parents().equals(second.revision().parents())) {
			throw new MigrateException(
					ErrorCode.DUPLICATE_REVISION, "Revision " + first.revision().id() + " is defined twice: in "
							+ first.location() + " and in " + second.location() + ".",
					"Give one of the two an id of its own, or delete it.");
		}
		logger.warn("Revision {} is in {} and in {}, with the same statements: it counts once", first.revision().id(),
				first.location(), second.location());
	}

	/**
	 * Return the graph.
	 * @return the graph of all revisions
	 */
	public RevisionGraph graph() {
		return this.graph;
	}

	/**
	 * Find a revision's script.
	 * @param id a full id
	 * @return the script, or empty if the folder has none
	 */
	public Optional<MigrationScript> find(RevisionId id) {
		return Optional.ofNullable(this.scripts.get(id));
	}

	/**
	 * Return the script of a revision of the graph.
	 * @param id of a revision that the folder has
	 * @return the script
	 */
	public MigrationScript get(RevisionId id) {
		MigrationScript script = this.scripts.get(id);
		if (script == null) {
			throw new IllegalArgumentException("No revision " + id);
		}
		return script;
	}

	/**
	 * Return where the revisions come from.
	 * @return locations, for messages
	 */
	public List<String> locations() {
		return this.locations;
	}

	/**
	 * Tell whether there are no revisions.
	 * @return true if there are none
	 */
	public boolean isEmpty() {
		return this.scripts.isEmpty();
	}

}
