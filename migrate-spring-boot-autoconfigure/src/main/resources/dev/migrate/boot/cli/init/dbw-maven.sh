#!/bin/sh
# Runs a command on the database of this application, from its class folders: ./dbw upgrade
# Written by `db init`; keep it under version control.
set -e
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/@root@" && pwd)
if [ -x "$root/mvnw" ]; then maven="$root/mvnw"; else maven=mvn; fi
classpath="$here/target/dbw.classpath"
if [ -f "$classpath" ] && [ "$classpath" -nt "$here/pom.xml" ] && [ "$classpath" -nt "$root/pom.xml" ]; then
	goals=compile
else
	goals="compile dependency:build-classpath"
fi
# shellcheck disable=SC2086
(cd "$root" && "$maven" -q -pl "@module@" -am $goals -Dmdep.outputFile=target/dbw.classpath -DincludeScope=runtime) 1>&2 || exit 1
if [ -n "$JAVA_HOME" ]; then java="$JAVA_HOME/bin/java"; else java=java; fi
# shellcheck disable=SC2086
exec "$java" $JAVA_OPTS -cp "$here/target/classes:$(cat "$classpath")" @mainClass@ db "$@"
