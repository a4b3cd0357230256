package dev.migrate.script;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.revision.Revision;
import dev.migrate.sql.TokenDigest;

/**
 * A revision file. The header is read at once, the sections when a dialect asks for them:
 * listing revisions needs no lexer.
 */
public final class SqlMigration implements MigrationScript {

	private final Header header;

	private final Revision revision;

	private final String text;

	private final Map<String, SqlSections> sections = new ConcurrentHashMap<>(2);

	private final Map<String, String> checksums = new ConcurrentHashMap<>(2);

	private SqlMigration(Header header, Revision revision, String text) {
		this.header = header;
		this.revision = revision;
		this.text = text;
	}

	/**
	 * Read a revision file's header.
	 * @param source its name for messages
	 * @param text its whole text
	 * @return the script
	 * @throws MigrateException with INVALID_SOURCE, naming file and line
	 */
	public static SqlMigration parse(String source, String text) {
		Header header = HeaderParser.parse(source, text);
		Revision revision = new Revision(header.revision(), header.revises(), header.dependsOn(), header.branchLabels(),
				header.message(), header.replaces(), SourceLocation.of(source));
		return new SqlMigration(header, revision, text);
	}

	@Override
	public Revision revision() {
		return this.revision;
	}

	/**
	 * Return the header as it was read.
	 * @return the header
	 */
	public Header header() {
		return this.header;
	}

	/**
	 * Return the file as it was read.
	 * @return the whole text
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Return what stands above the first section line.
	 * @return the header, and comments
	 */
	public String head() {
		return SqlSections.head(location(), this.text);
	}

	@Override
	public Section upgrade(Dialect dialect) {
		SqlSections sections = sections(dialect);
		Section section = sections.find(SectionLine.Kind.UPGRADE, dialect.name());
		if (section == null) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE,
					location() + " has no upgrade section for " + dialect.name() + ".",
					"Add a line `-- migrate:upgrade` with the statements below it; it may be empty.");
		}
		return section;
	}

	@Override
	public Section downgrade(Dialect dialect) {
		Section section = sections(dialect).find(SectionLine.Kind.DOWNGRADE, dialect.name());
		return (section != null) ? section : Section.missing(SourceLocation.of(location()));
	}

	@Override
	public String checksum(Dialect dialect) {
		String known = this.checksums.get(dialect.name());
		if (known == null) {
			known = TokenDigest.of(upgrade(dialect).statements(), dialect.lexicalRules());
			this.checksums.put(dialect.name(), known);
		}
		return known;
	}

	@Override
	public List<MappingLine> mapping() {
		return SqlSections.mapping(location(), this.text);
	}

	private SqlSections sections(Dialect dialect) {
		SqlSections known = this.sections.get(dialect.name());
		if (known == null) {
			known = SqlSections.parse(location(), this.text, dialect);
			this.sections.put(dialect.name(), known);
		}
		return known;
	}

	/**
	 * Return the message and the place.
	 */
	@Override
	public String toString() {
		return this.revision.id() + " (" + location() + ")";
	}

}
