package dev.migrate.hibernate;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Entity classes from source text, compiled in memory. Each model is a package of its
 * own.
 */
final class CompiledModel extends ClassLoader {

	private static final String IMPORTS = """
			import jakarta.persistence.*;
			import java.math.*;
			import java.time.*;
			import java.util.*;
			import org.hibernate.annotations.Check;
			import org.hibernate.annotations.ColumnDefault;
			import org.hibernate.annotations.Comment;
			import org.hibernate.annotations.CreationTimestamp;
			import org.hibernate.annotations.GeneratedColumn;
			import org.hibernate.annotations.JdbcTypeCode;
			import org.hibernate.annotations.OnDelete;
			import org.hibernate.annotations.OnDeleteAction;
			import org.hibernate.type.SqlTypes;
			""";

	private final Map<String, byte[]> classes = new TreeMap<>();

	private CompiledModel() {
		super(CompiledModel.class.getClassLoader());
	}

	/**
	 * Compile models.
	 * @param models the text of their classes by package
	 */
	static CompiledModel of(Map<String, String> models) {
		CompiledModel model = new CompiledModel();
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
		List<JavaFileObject> sources = new ArrayList<>();
		models.forEach((name, text) -> sources.add(new Source(name, "package " + name + ";" + IMPORTS + text)));
		StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null);
		boolean compiled = compiler
			.getTask(null, model.new Classes(files), problems, List.of("-proc:none", "-nowarn"), null, sources)
			.call();
		if (!compiled) {
			throw new IllegalStateException(problems.getDiagnostics().toString());
		}
		return model;
	}

	/**
	 * Return the persistence unit of a model.
	 */
	TestUnit unit(String model) {
		return TestUnit.of(this,
				this.classes.keySet().stream().filter((name) -> name.startsWith(model + ".")).toList());
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		byte[] bytes = this.classes.get(name);
		if (bytes == null) {
			throw new ClassNotFoundException(name);
		}
		return defineClass(name, bytes, 0, bytes.length);
	}

	@Override
	public java.io.InputStream getResourceAsStream(String name) {
		byte[] bytes = this.classes.get(name.replace('/', '.').replaceFirst("\\.class$", ""));
		return (bytes != null) ? new java.io.ByteArrayInputStream(bytes) : super.getResourceAsStream(name);
	}

	private static final class Source extends SimpleJavaFileObject {

		private final String text;

		Source(String model, String text) {
			super(URI.create("string:///" + model.replace('.', '/') + "/Model.java"), Kind.SOURCE);
			this.text = text;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.text;
		}

	}

	private final class Classes extends ForwardingJavaFileManager<StandardJavaFileManager> {

		Classes(StandardJavaFileManager files) {
			super(files);
		}

		@Override
		public JavaFileObject getJavaFileForOutput(JavaFileManager.Location location, String className,
				JavaFileObject.Kind kind, FileObject sibling) {
			return new SimpleJavaFileObject(URI.create("bytes:///" + className.replace('.', '/') + ".class"), kind) {

				@Override
				public OutputStream openOutputStream() {
					return new ByteArrayOutputStream() {

						@Override
						public void close() {
							CompiledModel.this.classes.put(className, toByteArray());
						}

					};
				}

			};
		}

	}

}
