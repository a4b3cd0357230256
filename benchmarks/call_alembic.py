"""Calls of Alembic, as its command line makes them. Prints what they took."""
import os
import sys
import time

tool, work, calls, server, url, other, direct, user, folder, size, differences = sys.argv[1:]

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

WARMING, MEASURED, LONGEST = 20, 10, 1.5

sys.path.insert(0, folder)


def engine(address):
    return create_engine(address.replace("jdbc:postgresql://", "postgresql+psycopg2://%s@" % user))


def migrate():
    with engine(url).connect() as connection:
        config = Config()
        config.set_main_option("script_location", os.path.join(folder, "alembic"))
        config.attributes["connection"] = connection
        if work == "undo":
            command.downgrade(config, "base")
        else:
            command.upgrade(config, "head")


def compare():
    import model

    with engine(url).connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), model.metadata)
    if len(found) != int(differences):
        sys.exit("found %d differences instead of %s: %s" % (len(found), differences, found[:20]))


def server_millis():
    def ticks(process, first, last):
        try:
            with open("/proc/%s/stat" % process) as stat:
                words = stat.read().rsplit(")", 1)[1].split()
            return sum(map(int, words[11 + first:11 + last])) * 10
        except OSError:
            return 0

    # A child that ends meanwhile is counted with the server, and must not be missed.
    while True:
        ended = ticks(server, 2, 4)
        try:
            with open("/proc/%s/task/%s/children" % (server, server)) as children:
                processes = children.read().split()
        except OSError:
            processes = []
        living = sum(ticks(process, 0, 2) for process in processes)
        if ended == ticks(server, 2, 4):
            return ended + living + ticks(server, 0, 2)


def peak_memory():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
    except OSError:
        return 0


def call(times):
    start = time.perf_counter()
    done = 0
    while done < 1 or done < times and time.perf_counter() - start < LONGEST:
        (compare if work in ("compare", "generate") else migrate)()
        done += 1
    return done


def measure(mark, times):
    busy = server_millis()
    cpu = time.process_time()
    start = time.perf_counter()
    done = call(times)
    wall = time.perf_counter() - start
    cpu = time.process_time() - cpu
    busy = server_millis() - busy
    print("%s %.4f %.4f %.4f %.1f" % (mark, cpu * 1e3 / done, busy / done, wall * 1e3 / done, peak_memory()))


with engine(direct).connect():
    pass
if work == "compare":
    import model
measure("first", 1)
if calls == "later":
    call(WARMING)
    measure("later", MEASURED)
