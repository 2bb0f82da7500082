"""One Spark for all tests, which serves Connect too, and made-up news that several outlets report, reprint and sign."""

import os
import random
import shutil
import socket
import sys
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest

from compare import load_articles
from compare.model import Article

SEEDS = Path(__file__).parents[2] / "seeds"
SYLLABLES = "nor ta ves kel mi ran do lu bre sha ti quo mar en fal".split()
THINGS = "bridge harbour refinery stadium hospital reservoir airport library tunnel museum".split()
ACTS = "closed reopened flooded burned collapsed expanded".split()
FIRST = "Anna Tomas Imre Lucia Osman Greta".split()
SAID = (
    "{who} said that {n} people had to leave the {thing} before noon.",
    "The cost is put at {m} million euros by the city of {city}.",
    "A spokesman for {city} declined to say when the {thing} would be whole again.",
    "It is the {k}th such case in {city} since the {thing} was built.",
    "Engineers found the fault on the {side} side of the {thing} late on the day before.",
    "Neighbours spoke of a loud noise and of smoke over the roofs of {city}.",
    "{who} promised a report on the {thing} within {k} weeks.",
    "Work on the {thing} had been put off twice for lack of money.",
)
FOOTER = "Sign up for the morning letter of the {outlet} and never miss the news that matters to you and your town."


def name(rng):
    return "".join(rng.choices(SYLLABLES, k=3)).capitalize()


def made_articles(count, seed=1):
    """Short reports of events, each with words of its own, by one to four outlets in their own order and figures; some
    are reprinted."""
    rng, articles = random.Random(seed), []
    while len(articles) < count:
        event = {
            "city": name(rng) + rng.choice(["", " Bay", " Heights"]), "thing": rng.choice(THINGS),
            "act": rng.choice(ACTS), "who": f"{rng.choice(FIRST)} {name(rng)}",
            "n": rng.randint(12, 980), "m": rng.randint(2, 95),
            "k": rng.randint(4, 9), "side": rng.choice(["north", "south", "east"]),
            "words": [name(rng).lower() for _ in range(9)],
        }  # fmt: skip
        day = datetime(2025, 3, 1, 8, tzinfo=UTC) + timedelta(hours=17 * len(articles))
        for voice in range(rng.randint(1, 4)):
            told = {**event, "n": event["n"] + rng.choice([0, 0, 3])}
            lines = [line.format(**told) for line in rng.sample(SAID, rng.randint(1, 3))]
            title = "{city} {thing} {act}".format(**event).capitalize()
            outlet = f"Paper {voice}"
            lead = "The {thing} of {city} was {act} on Monday: {}.".format(" ".join(event["words"]), **told)
            text = "\n".join([lead, *lines])
            for reprint in range(1 + (rng.random() < 0.2)):
                articles.append(
                    Article(
                        f"{len(articles):05}-{rng.randint(0, 9)}",
                        f"{text}\n{FOOTER.format(outlet=outlet)}" if reprint == 0 else f"{text}\nReprinted.",
                        title=title,
                        source=outlet if reprint == 0 else "Reprints",
                        published=day + timedelta(hours=voice),
                    )
                )
    return rng.sample(articles[:count], count)


@pytest.fixture(scope="session")
def seeds():
    found = load_articles(SEEDS)
    return tuple(getattr(found, "articles", found))


@pytest.fixture(scope="session")
def made():
    return tuple(made_articles(2000))


@pytest.fixture(scope="session")
def spark_port():
    """A free port for Spark Connect."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def serves_connect():
    """Whether pyspark brings a Connect server, and its client has what it needs."""
    from pyspark import __version__

    return find_spec("grpc") is not None and int(__version__.split(".")[0]) >= 4


@pytest.fixture(scope="session")
def spark(spark_port):
    if not find_spec("pyspark"):
        pytest.skip("pyspark is not installed")
    if not shutil.which("java") and not os.environ.get("JAVA_HOME"):
        pytest.skip("there is no Java")
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    quick = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"  # nothing here runs long enough to repay a better compiler
    os.environ.setdefault("PYSPARK_SUBMIT_ARGS", f"--driver-memory 1g --driver-java-options '{quick}' pyspark-shell")
    from pyspark.sql import SparkSession

    from compare.engines.spark import Spark

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "2").config("spark.sql.codegen.wholeStage", "false")
    if serves_connect():
        builder = builder.config("spark.plugins", "org.apache.spark.sql.connect.SparkConnectPlugin")
        builder = builder.config("spark.connect.grpc.binding.port", str(spark_port))
    engine = Spark(builder.getOrCreate())
    engine.session.sparkContext.setLogLevel("OFF")
    yield engine
    engine.session.stop()


@pytest.fixture(scope="session")
def connect(spark, spark_port):
    """The same Spark through Spark Connect, whose client knows no Java."""
    if not serves_connect():
        pytest.skip("grpcio is not installed, or this Spark brings no server (before 4.0)")
    from pyspark.sql.connect.session import SparkSession

    from compare.engines.spark import Spark

    session = SparkSession.builder.remote(f"sc://127.0.0.1:{spark_port}").create()
    yield Spark(session)
    session.stop()
