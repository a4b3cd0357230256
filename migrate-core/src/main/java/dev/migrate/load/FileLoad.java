package dev.migrate.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RefusedRow;
import dev.migrate.dialect.RowLoader;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKeyOrder;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;

/**
 * Loads files in one transaction: CSV in the order of the foreign keys, then SQL.
 */
public final class FileLoad {

	private final Connection connection;

	private final Dialect dialect;

	private final Schema schema;

	private final String currentSchema;

	/**
	 * Create a load.
	 * @param connection in autocommit; it is so again afterwards
	 * @param dialect of the connection
	 * @param schema the tables that are there
	 * @param currentSchema where a table is that is named without one
	 */
	public FileLoad(Connection connection, Dialect dialect, Schema schema, String currentSchema) {
		this.connection = connection;
		this.dialect = dialect;
		this.schema = schema;
		this.currentSchema = currentSchema;
	}

	/**
	 * Load files, all or none.
	 * @param request which
	 * @return what was loaded
	 * @throws SQLException if the database refuses, and no row or statement is at fault
	 * @throws MigrateException naming file and line
	 */
	public LoadReport load(LoadRequest request) throws SQLException {
		LoadFiles files = LoadFiles.of(request.paths());
		List<TableFile> csv = files.csv()
			.stream()
			.map((path) -> TableFile.of(path, this.schema, this.currentSchema))
			.toList();
		List<SqlFile> sql = files.sql().stream().map((path) -> SqlFile.of(path, this.dialect)).toList();
		NumberedColumns numbers = new NumberedColumns(this.schema, this.currentSchema, request.sequences());
		Collection<Table> touched = sql.isEmpty() ? tables(csv) : this.schema.withoutPartitions().tables();
		RowLoader loader = this.dialect.rowLoader(this.connection);
		List<LoadReport.LoadedFile> loaded;
		List<LoadReport.Moved> moved = new ArrayList<>();
		this.connection.setAutoCommit(false);
		try {
			loaded = new ArrayList<>(rows(csv, loader, request.progress()));
			for (SqlFile file : sql) {
				loaded.add(file.run(this.connection, this.dialect, request.progress()));
			}
			if (this.dialect.transactionalDdl()) {
				moved.addAll(numbers.moveOn(touched, loader));
			}
			this.connection.commit();
		}
		catch (SQLException | RuntimeException ex) {
			this.connection.rollback();
			throw ex;
		}
		finally {
			this.connection.setAutoCommit(true);
		}
		if (!this.dialect.transactionalDdl()) {
			moved.addAll(numbers.moveOn(touched, loader));
		}
		return new LoadReport(loaded, moved);
	}

	private static List<Table> tables(List<TableFile> files) {
		return files.stream().map(TableFile::table).distinct().toList();
	}

	private List<LoadReport.LoadedFile> rows(List<TableFile> files, RowLoader loader, LoadProgress progress)
			throws SQLException {
		List<Table> order = ForeignKeyOrder.of(tables(files));
		Set<QualifiedName> open = order.stream().map(Table::name).collect(Collectors.toCollection(LinkedHashSet::new));
		for (Table table : order) {
			open.remove(table.name());
			for (ForeignKey key : table.foreignKeys()) {
				if (open.contains(key.target())) {
					loader.later(table, key);
				}
			}
		}
		List<LoadReport.LoadedFile> loaded = new ArrayList<>();
		for (Table table : order) {
			for (TableFile file : files) {
				if (file.table().name().equals(table.name())) {
					loaded.add(rows(file, loader, progress));
				}
			}
		}
		RefusedRow refused = loader.finish();
		if (refused != null) {
			throw refusal(refused, files);
		}
		return loaded;
	}

	private static LoadReport.LoadedFile rows(TableFile file, RowLoader loader, LoadProgress progress)
			throws SQLException {
		try (CsvRows rows = new CsvRows(file, progress)) {
			RefusedRow refused = loader.insert(file.table(), file.columns(), rows);
			if (refused != null) {
				throw new RowRefusal(refused, file).exception();
			}
			return new LoadReport.LoadedFile(file.path(), file.table().name(), rows.count());
		}
	}

	private static MigrateException refusal(RefusedRow refused, List<TableFile> files) {
		List<TableFile> candidates = files.stream()
			.filter((file) -> file.table().name().equals(refused.table()))
			.toList();
		return candidates.stream()
			.map((file) -> new RowRefusal(refused, file))
			.filter(RowRefusal::isPlaced)
			.findFirst()
			.orElseGet(() -> new RowRefusal(refused, candidates.get(0)))
			.exception();
	}

}
