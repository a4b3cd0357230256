"""One call of Alembic, as `alembic upgrade head` makes it. Prints what it took."""
import os
import resource
import sys
import time

tool, work, folder, count, url, user, password = sys.argv[1:]

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

address = url.replace("jdbc:postgresql://", "postgresql+psycopg2://%s@" % user)


def run():
    engine = create_engine(address)
    with engine.connect() as connection:
        config = Config()
        config.set_main_option("script_location", os.path.join(folder, "alembic"))
        config.attributes["connection"] = connection
        if work == "undo":
            command.downgrade(config, "base")
        else:
            command.upgrade(config, "head")


cpu = time.process_time()
start = time.perf_counter()
run()
cpu = time.process_time() - cpu
wall = time.perf_counter() - start
print("measured %d %d %d" % (cpu * 1e6, wall * 1e6, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
