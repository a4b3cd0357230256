package dev.migrate.script;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URLConnection;
import java.util.jar.JarEntry;

import dev.migrate.error.MigrateException;

import org.springframework.core.io.Resource;

/**
 * What a place knows of the content of a file without opening it.
 */
public final class ResourceState {

	private ResourceState() {
	}

	/**
	 * Return what changes when the file does. A jar's directory knows size and CRC-32 of
	 * each entry, a folder size and time.
	 * @param name of the file, for messages
	 * @param resource the file
	 * @return a word
	 * @throws MigrateException with FILE_ACCESS if even that can't be read
	 */
	public static String of(String name, Resource resource) {
		try {
			URLConnection connection = resource.isFile() ? null : resource.getURL().openConnection();
			if (connection instanceof JarURLConnection jar) {
				JarEntry entry = jar.getJarEntry();
				if (entry != null) {
					return of(entry);
				}
			}
			return resource.contentLength() + "@" + resource.lastModified();
		}
		catch (IOException ex) {
			throw ResourceScriptSource.unreadable(name, ex);
		}
	}

	static String of(JarEntry entry) {
		return entry.getSize() + "/" + entry.getCrc();
	}

}
