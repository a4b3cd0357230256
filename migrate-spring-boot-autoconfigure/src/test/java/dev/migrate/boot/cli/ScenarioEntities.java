package dev.migrate.boot.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import dev.migrate.dialect.ServerVersion;
import dev.migrate.generate.Entities;
import dev.migrate.generate.EntityModel;
import dev.migrate.hibernate.EntityModelRequest;
import dev.migrate.hibernate.EntitySchemaReader;
import dev.migrate.hibernate.HibernateEntities;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.springframework.orm.jpa.persistenceunit.DefaultPersistenceUnitManager;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;

/**
 * The entities of a scenario: the Java files of its folder, compiled as they are now. The
 * usual imports go without saying.
 */
final class ScenarioEntities implements EntityModel {

	private static final String HEADER = "package school; import jakarta.persistence.*; import java.math.*;"
			+ " import java.time.*; import java.util.*; ";

	private final Path root;

	ScenarioEntities(Path root) {
		this.root = root;
	}

	@Override
	public Entities read(ServerVersion server) {
		Path classes = this.root.resolve("target/classes-" + System.nanoTime());
		List<String> names = compile(classes);
		DefaultPersistenceUnitManager units = new DefaultPersistenceUnitManager();
		units.setManagedTypes(PersistenceManagedTypes.of(names.toArray(String[]::new)));
		units.preparePersistenceUnitInfos();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { classes.toUri().toURL() },
				getClass().getClassLoader())) {
			Map<String, Object> properties = Map.of("hibernate.physical_naming_strategy",
					PhysicalNamingStrategySnakeCaseImpl.class.getName());
			var product = HibernateEntities.product(server);
			return HibernateEntities.of(List
				.of(new EntitySchemaReader().read(new EntityModelRequest(units.obtainDefaultPersistenceUnitInfo(),
						properties, List.of(), product, product.unquotedCase(), loader))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<String> compile(Path classes) {
		List<Path> sources = sources();
		if (sources.isEmpty()) {
			return List.of();
		}
		Path packaged = classes.resolveSibling(classes.getFileName() + "-src/school");
		DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
			Files.createDirectories(classes);
			Files.createDirectories(packaged);
			List<Path> whole = new ArrayList<>();
			for (Path source : sources) {
				Path copy = packaged.resolve(source.getFileName());
				Files.writeString(copy, HEADER + Files.readString(source));
				whole.add(copy);
			}
			boolean compiled = compiler
				.getTask(null, files, problems, List.of("-proc:none", "-nowarn", "-d", classes.toString()), null,
						files.getJavaFileObjectsFromPaths(whole))
				.call();
			if (!compiled) {
				throw new IllegalStateException(problems.getDiagnostics().toString());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return sources.stream()
			.map((source) -> "school." + source.getFileName().toString().replace(".java", ""))
			.toList();
	}

	private List<Path> sources() {
		try (Stream<Path> files = Files.list(this.root)) {
			return files.filter((file) -> file.toString().endsWith(".java")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
