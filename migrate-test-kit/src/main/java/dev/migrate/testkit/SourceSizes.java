package dev.migrate.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

/**
 * Measures the source files of a module.
 */
public final class SourceSizes {

	private final List<Path> files;

	private SourceSizes(List<Path> files) {
		this.files = files;
	}

	/**
	 * Find the files of a folder.
	 * @param folder the sources of a module
	 * @return their sizes
	 */
	public static SourceSizes of(Path folder) {
		try (Stream<Path> found = Files.walk(folder)) {
			return new SourceSizes(found.filter((file) -> file.toString().endsWith(".java")).sorted().toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return how many files there are.
	 * @return the count
	 */
	public int count() {
		return this.files.size();
	}

	/**
	 * Find files that are too long.
	 * @param lines the most lines a file may have
	 * @return the longer ones, with their length
	 */
	public List<String> filesAbove(int lines) {
		List<String> found = new ArrayList<>();
		for (Path file : this.files) {
			int length = lines(file);
			if (length > lines) {
				found.add(file + " has " + length + " lines");
			}
		}
		return found;
	}

	private static int lines(Path file) {
		try {
			return Files.readAllLines(file, StandardCharsets.UTF_8).size();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Find methods that are too long, annotations and signature included.
	 * @param lines the most lines a method may have
	 * @return the longer ones, with their length
	 */
	public List<String> methodsAbove(int lines) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
			Iterable<? extends JavaFileObject> sources = manager.getJavaFileObjectsFromPaths(this.files);
			JavacTask task = (JavacTask) compiler.getTask(null, manager, null, null, null, sources);
			List<String> found = new ArrayList<>();
			for (CompilationUnitTree unit : task.parse()) {
				new LongMethods(unit, Trees.instance(task).getSourcePositions(), lines).scan(unit, found);
			}
			return found;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class LongMethods extends TreeScanner<Void, List<String>> {

		private final CompilationUnitTree unit;

		private final SourcePositions positions;

		private final int lines;

		LongMethods(CompilationUnitTree unit, SourcePositions positions, int lines) {
			this.unit = unit;
			this.positions = positions;
			this.lines = lines;
		}

		@Override
		public Void visitMethod(MethodTree method, List<String> found) {
			LineMap map = this.unit.getLineMap();
			long first = map.getLineNumber(this.positions.getStartPosition(this.unit, method));
			long last = map.getLineNumber(this.positions.getEndPosition(this.unit, method));
			if (last - first + 1 > this.lines) {
				found.add(this.unit.getSourceFile().getName() + ": " + method.getName() + " has " + (last - first + 1)
						+ " lines");
			}
			return super.visitMethod(method, found);
		}

	}

}
