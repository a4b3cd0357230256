package dev.migrate.script;

import java.time.Instant;
import java.util.List;

import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * The leading comment block of a revision file.
 *
 * @param message the first comment line
 * @param revision the id
 * @param revises the parents as written, empty for {@code base}
 * @param branchLabels labels
 * @param dependsOn ids or labels as written
 * @param replaces the revisions that this one stands for
 * @param created when it was written, or null if the file does not say
 */
public record Header(String message, RevisionId revision, List<RevisionId> revises, List<String> branchLabels,
		List<String> dependsOn, List<RevisionId> replaces, @Nullable Instant created) {

	public Header {
		revises = List.copyOf(revises);
		branchLabels = List.copyOf(branchLabels);
		dependsOn = List.copyOf(dependsOn);
		replaces = List.copyOf(replaces);
	}

}
