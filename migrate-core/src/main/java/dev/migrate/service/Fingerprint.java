package dev.migrate.service;

import java.util.Collection;

import dev.migrate.script.ScriptSource;

/**
 * What has to be the same for "nothing to do" to hold without reading a revision: the
 * files and where to go.
 */
final class Fingerprint {

	private final Collection<? extends ScriptSource> sources;

	private final RunRequest request;

	Fingerprint(Collection<? extends ScriptSource> sources, RunRequest request) {
		this.sources = sources;
		this.request = request;
	}

	String text() {
		StringBuilder text = new StringBuilder("2:").append(this.request.target());
		for (ScriptSource source : this.sources) {
			text.append(':').append(source.fingerprint());
		}
		return text.toString();
	}

}
