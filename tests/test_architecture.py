"""What the rooms of the house may know of each other and of the libraries.

Every rule is read off the source, so a new import that points the wrong way fails here, with its
file and line. If a rule has to change, change it here and say why.
"""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]

ROOMS = {
    # Values, rules and errors of the trade.
    "handlers/domain/*": ["handlers.domain"],
    # What steps ask of the stores.
    "handlers/ports/*": ["handlers.domain", "handlers.ports"],
    "handlers/dialogue/*": ["handlers.domain", "handlers.ports", "handlers.dialogue"],
    "handlers/*": ["handlers"],
    # The public log's formats: whoever checks a log needs nothing else of the product.
    "storage/transparency_log/formats/*": ["storage.transparency_log.formats", "handlers.domain"],
    "storage/*": ["storage", "handlers.domain", "handlers.ports"],
    # It stands for Telegram, which knows nothing of us.
    "bot/simulator/*": ["bot.simulator"],
    "bot/*": ["bot", "handlers", "storage"],
}
"""Files -> the parts of the house they may import; the first pattern that fits counts."""

LIBRARIES = {
    "aiogram": ["bot/channels/telegram/*", "bot/app/container.py", "bot/web.py"],
    # The worker's three hands: how requests travel, how they keep quiet, how letters are sent.
    "telegram": ["bot/worker.py", "bot/channels/telegram/background/*"],
    "redis": ["storage/*"],
    "sqlalchemy": ["storage/*"],
    # What runs has to know an outage when it sees one; it writes no SQL.
    "sqlalchemy.exc": ["storage/*", "bot/*"],
    "alembic": ["storage/migrations/*"],
    "asyncpg": ["storage/*"],
    "aiosqlite": ["storage/*"],
    "cryptography": ["storage/*"],
    "click": ["bot/cli.py", "bot/commands/*"],
    "fluent": ["bot/texts/texts.py"],
    "aiohttp": ["bot/*"],
    "jinja2": ["bot/pages/*"],
    "prometheus_client": ["bot/process/metrics.py"],
    "segno": ["bot/drawing/qr.py"],
    "pydantic_settings": ["bot/settings.py"],
    "xlsxwriter": ["bot/commands/exports/export_formats.py"],
}
"""Libraries and their parts -> the only files that may know them; tests may use them all."""

ENVIRONMENT = ["bot/settings.py"]
"""The only reader of the environment."""

GENERATED = {".git", ".venv", "build", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}

PRIVATE_TO_A_MACHINE = {
    "a package index": re.compile(
        r"://[^\s/]*(?:pypi|pythonhosted|devpi|artifactory|nexus)"
        r"|://\S*/simple(?![\w(])"
        r"|(?:index-url|find-links|trusted-host)[ =]+\S*[/.]"
    ),
    "somebody's folder": re.compile(r"(?<![\w.:/])/(?:root|home/\w|Users/\w|work/|tmp/w/)"),
}


class Import(NamedTuple):
    """Something imported, where."""

    file: str
    line: int
    module: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.module}"

    def fits(self, patterns: list[str]) -> bool:
        return any(fnmatch(self.file, pattern) for pattern in patterns)

    def is_part_of(self, package: str) -> bool:
        return self.module == package or self.module.startswith(f"{package}.")

    def rule(self) -> str:
        """The narrowest of LIBRARIES that this is a part of."""
        return max((each for each in LIBRARIES if self.is_part_of(each)), key=len, default="")


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Every file of the product: its path from the root, and its syntax tree."""
    for room in ("bot", "handlers", "storage"):
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def imports() -> Iterator[Import]:
    """Every import of the product, those inside functions and for type checkers too."""
    for file, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from (Import(file, node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert not node.level, f"{file}:{node.lineno} imports relatively"
                # `from handlers.domain import text` imports handlers.domain.text.
                for alias in node.names:
                    yield Import(file, node.lineno, f"{node.module}.{alias.name}")


def test_imports_point_one_way() -> None:
    """The conversation knows no messenger and no database; what is kept knows no bot."""
    wrong = []
    for imported in imports():
        if not any(imported.is_part_of(room) for room in ("bot", "handlers", "storage", "tests")):
            continue
        allowed = next(known for files, known in ROOMS.items() if imported.fits([files]))
        if not any(imported.is_part_of(part) for part in allowed):
            wrong.append(str(imported))
    assert wrong == []


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_known_where_it_is_needed_only(library: str) -> None:
    """A library can be replaced by rewriting the few files that know it."""
    assert [
        str(imported)
        for imported in imports()
        if imported.rule() == library and not imported.fits(LIBRARIES[library])
    ] == []


def test_the_logs_formats_need_no_other_library() -> None:
    """A log can be checked where there is neither a database nor a messenger."""
    assert [
        str(imported)
        for imported in imports()
        if imported.fits(["storage/transparency_log/formats/*"])
        and imported.module.partition(".")[0]
        not in {"handlers", "storage", "cryptography", *sys.stdlib_module_names}
    ] == []


def test_only_the_settings_read_the_environment() -> None:
    """Whoever wants to know what can be set reads one file."""
    readers = []
    for file, tree in sources():
        if file in ENVIRONMENT:
            continue
        for node in ast.walk(tree):
            names = (
                [node.attr]
                if isinstance(node, ast.Attribute)
                else [alias.name for alias in node.names]
                if isinstance(node, ast.ImportFrom) and node.module == "os"
                else []
            )
            if {"environ", "environb", "getenv", "getenvb"}.intersection(names):
                readers.append(f"{file}:{getattr(node, 'lineno', '?')}")
    assert readers == []


def test_what_the_product_imports_is_installed_with_it() -> None:
    """Every library it imports is a dependency by name, not by luck or for tests only."""
    declared = declared_dependencies()
    distributions = packages_distributions()
    missing = []
    for imported in imports():
        package = imported.module.partition(".")[0]
        if package in {"bot", "handlers", "storage"} or package in sys.stdlib_module_names:
            continue
        # Packages that share a name, like `fluent`, come from several distributions.
        if not declared.intersection(normal(name) for name in distributions.get(package, [])):
            missing.append(str(imported))
    assert missing == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_pins_every_dependency(lock: str) -> None:
    """After a change of pyproject.toml, `make lock` has been run."""
    pinned = re.findall(r"^([\w.-]+)==\S+ .*\\$", (ROOT / lock).read_text(), re.MULTILINE)
    assert declared_dependencies() - {normal(name) for name in pinned} == set()


def declared_dependencies() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return {normal(re.split(r"[^\w.-]", line)[0]) for line in project["dependencies"]}


def normal(name: str) -> str:
    """A distribution's name in its normal form (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.real
@pytest.mark.parametrize("what", PRIVATE_TO_A_MACHINE)
def test_nothing_of_one_machine_is_in_the_repository(what: str) -> None:
    """A clone works anywhere: no file names somebody's folder or package index."""
    found = []
    for path in tracked_files():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (UnicodeDecodeError, FileNotFoundError):  # a picture; a file just removed
            continue
        found += [
            f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
            for number, line in enumerate(lines, 1)
            if PRIVATE_TO_A_MACHINE[what].search(line)
        ]
    assert found == []


def tracked_files() -> list[Path]:
    """The files of the repository; without git, all that nothing has generated."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
        ).stdout
        return [ROOT / name for name in listed.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        return [
            path
            for path in ROOT.rglob("*")
            if path.is_file() and not GENERATED.intersection(path.relative_to(ROOT).parts)
        ]


def test_the_private_things_would_be_found() -> None:
    """The patterns find what they are for, and leave alone what is everybody's."""
    index, folder = PRIVATE_TO_A_MACHINE.values()
    host = "packages.example"
    assert index.search(f"--extra-index-{'url'} https://{host}/x")
    assert index.search(f"see https://{host}/team/{'simple'}/ for more")
    assert not index.search("https://core.telegram.org/bots/api")
    assert folder.search(f"found in /{'home'}/alice/code")
    assert folder.search(f"'/{'root'}/.venv'")
    assert not folder.search("https://example.org/home/news")
    assert not folder.search("self.root/home")
