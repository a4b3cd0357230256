#!/bin/sh
# Runs a command on the database of this application, from its class folders: ./dbw upgrade
# Written by `db init`; keep it under version control.
set -e
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/@root@" && pwd)
if [ -x "$root/gradlew" ]; then gradle="$root/gradlew"; else gradle=gradle; fi
mkdir -p "$here/build"
cat > "$here/build/dbw.gradle" <<'INIT'
allprojects {
	plugins.withId('java') {
		tasks.register('dbwClasspath') {
			dependsOn 'classes'
			def classpath = sourceSets.main.runtimeClasspath
			def output = layout.buildDirectory.file('dbw.classpath')
			doLast { output.get().asFile.text = classpath.asPath }
		}
	}
}
INIT
(cd "$here" && "$gradle" -q --console=plain -I "$here/build/dbw.gradle" dbwClasspath) 1>&2 || exit 1
if [ -n "$JAVA_HOME" ]; then java="$JAVA_HOME/bin/java"; else java=java; fi
# shellcheck disable=SC2086
exec "$java" $JAVA_OPTS -cp "$(cat "$here/build/dbw.classpath")" @mainClass@ db "$@"
