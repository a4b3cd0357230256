@echo off
rem Runs a command on the database of this application, from its class folders: dbw upgrade
rem Written by `db init`; keep it under version control.
setlocal
set "HERE=%~dp0"
set "ROOT=%HERE%.."
set "MAVEN=mvn"
if exist "%ROOT%\mvnw.cmd" set "MAVEN=%ROOT%\mvnw.cmd"
pushd "%ROOT%"
call "%MAVEN%" -q -pl "sample-app" -am compile dependency:build-classpath -Dmdep.outputFile=target/dbw.classpath -DincludeScope=runtime 1>&2
if errorlevel 1 (popd & exit /b 1)
popd
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
for /f "usebackq delims=" %%c in ("%HERE%target\dbw.classpath") do set "CLASSPATH=%HERE%target\classes;%%c"
"%JAVA%" %JAVA_OPTS% dev.migrate.sample.SampleApplication db %*
exit /b %ERRORLEVEL%
