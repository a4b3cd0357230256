@echo off
rem Runs a command on the database of this application, from its class folders: dbw upgrade
rem Written by `db init`; keep it under version control.
setlocal
set "HERE=%~dp0"
set "ROOT=%HERE%@root@"
set "GRADLE=gradle"
if exist "%ROOT%\gradlew.bat" set "GRADLE=%ROOT%\gradlew.bat"
if not exist "%HERE%build" mkdir "%HERE%build"
> "%HERE%build\dbw.gradle" (
	echo allprojects { plugins.withId^('java'^) { tasks.register^('dbwClasspath'^) {
	echo dependsOn 'classes'
	echo def classpath = sourceSets.main.runtimeClasspath
	echo def output = layout.buildDirectory.file^('dbw.classpath'^)
	echo doLast { output.get^(^).asFile.text = classpath.asPath }
	echo } } }
)
pushd "%HERE%"
call "%GRADLE%" -q --console=plain -I "%HERE%build\dbw.gradle" dbwClasspath 1>&2
if errorlevel 1 (popd & exit /b 1)
popd
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
for /f "usebackq delims=" %%c in ("%HERE%build\dbw.classpath") do set "CLASSPATH=%%c"
"%JAVA%" %JAVA_OPTS% @mainClass@ db %*
exit /b %ERRORLEVEL%
