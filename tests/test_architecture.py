"""What the rooms of the house may know of each other and of the libraries.

Every rule is read off the source, so a new import that points the wrong way fails here, with its
file and line. If a rule has to change, change it here and say why.
"""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatch
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple, TypedDict

import pytest

pytestmark = pytest.mark.xdist_group("architecture")  # one process parses the product, once

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

DOCUMENTED = [
    "bot/app",
    "bot/campaign_files",
    "bot/channels",
    "bot/commands",
    "bot/demo",
    "bot/drawing",
    "bot/jobs",
    "bot/pages",
    "bot/process",
    "bot/simulator",
    "bot/texts",
    "handlers/dialogue",
    "handlers/domain",
    "handlers/organizer",
    "handlers/ports",
    "handlers/supporter",
    "storage",
]
"""Folders in which all that other files use has a docstring, with what it raises."""


class Light(TypedDict):
    """What has to be light: how it is loaded, what of ours that may load, and what it never may."""

    load: str
    ours: Sequence[str]
    never: Sequence[str]


GROUND_OF_STORAGE = {"models", "migrations"}
"""What every room of storage stands on."""

SLOW = ["aiogram", "aiohttp", "babel", "email_validator", "pydantic", "redis", "telegram"]

LIGHT: Mapping[str, Light] = {
    "the domain": {
        "load": "load('handlers.domain')",
        "ours": ["handlers.domain"],
        "never": ["aiogram", "aiohttp", "cryptography", "pydantic", "redis", "sqlalchemy"],
    },
    "storage.errors": {
        "load": "import storage.errors",
        "ours": ["handlers.domain", "storage.errors"],
        "never": [*SLOW, "cryptography", "sqlalchemy"],
    },
    "storage.database": {
        "load": "import storage.database",
        "ours": ["handlers.domain", "storage.errors", "storage.database"],
        "never": [*SLOW, "cryptography"],
    },
    "verify": {
        "load": "from bot.cli import main; load('storage.transparency_log.formats');"
        " main(['verify', 'nothing', '--key', 'nothing'])",
        "ours": [
            "bot.app.embedded_redis",
            "bot.app.supervisor",
            "bot.cli",
            "bot.commands.common",
            "bot.commands.verify",
            "bot.process",
            "handlers.domain",
            "storage.errors",
            "storage.transparency_log.formats",
        ],
        "never": [*SLOW, "sqlalchemy"],
    },
}
LOADING = """
import json, os, pkgutil, sys
from importlib import import_module
def load(package):
    for each in pkgutil.walk_packages(import_module(package).__path__, package + "."):
        import_module(each.name)
for name, what in json.loads(sys.argv[1]).items():
    if not os.fork():
        exec(what["load"])
        print(json.dumps([name, sorted(sys.modules)]), flush=True)
        os._exit(0)
    os.wait()
"""
"""Loads each in a process of its own, forked from one that has loaded nothing."""

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


Documentable = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
"""What can have a docstring, other than a module."""


class Definition(NamedTuple):
    """A public function, class or method, where."""

    file: str
    name: str
    node: Documentable
    parent: ast.Module | ast.ClassDef

    def __str__(self) -> str:
        return f"{self.file}:{self.node.lineno} {self.name}"

    @property
    def docstring(self) -> str:
        """Its own, or that of the Protocol that its class subclasses; empty without either."""
        inherited = (ast.get_docstring(node) for node in self._in_protocols())
        return ast.get_docstring(self.node) or next(filter(None, inherited), "")

    def _in_protocols(self) -> Iterator[Documentable]:
        """What it is in the Protocols that it, or the class around it, subclasses."""
        if isinstance(self.node, ast.ClassDef):
            yield from _protocols_of(self.node)
        elif isinstance(self.parent, ast.ClassDef):
            for protocol in _protocols_of(self.parent):
                for node in protocol.body:
                    if isinstance(node, Documentable) and node.name == self.node.name:
                        yield node

    @property
    def is_setter(self) -> bool:
        """It shares the docstring of the property that it sets."""
        return any(
            isinstance(each, ast.Attribute) and each.attr == "setter"
            for each in self.node.decorator_list
        )

    @property
    def is_bot_api_method(self) -> bool:
        """`Handler` says for all of them what they raise."""
        return any(
            isinstance(each, ast.Call)
            and isinstance(each.func, ast.Name)
            and each.func.id == "method"
            for each in self.node.decorator_list
        )

    def raised(self) -> set[str]:
        """The names of the exceptions that leave its own statements, made there or by a helper.

        A mere `raise AssertionError` says that a line is never reached.
        """
        return set() if isinstance(self.node, ast.ClassDef) else _raised(self.node.body)


def _raised(nodes: Iterable[ast.AST]) -> set[str]:
    found = set()
    waiting = [*nodes]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Documentable | ast.Lambda):
            continue
        if isinstance(node, ast.Try):
            found |= _raised(node.body) - _caught(node)
            waiting += [*node.handlers, *node.orelse, *node.finalbody]
            continue
        if isinstance(node, ast.Raise) and node.exc and ast.unparse(node.exc) != "AssertionError":
            made = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            name = ast.unparse(made).rpartition(".")[2]
            if name[:1].isupper():
                found.add(name)
            elif isinstance(node.exc, ast.Call):
                found.add(returned()[name])
        waiting += ast.iter_child_nodes(node)
    return found


def _caught(node: ast.Try) -> set[str]:
    """The names of the exceptions that its handlers name, and do not pass on."""
    return {
        ast.unparse(each).rpartition(".")[2]
        for handler in node.handlers
        if handler.type is not None
        and not any(isinstance(part, ast.Raise) and not part.exc for part in ast.walk(handler))
        for each in (handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type])
    }


def definitions(folder: str) -> Iterator[Definition]:
    """What is public in the files below a folder."""
    for file, tree in sources():
        if file.startswith(f"{folder}/"):
            yield from _definitions(file, tree, "")


def _definitions(file: str, parent: ast.Module | ast.ClassDef, inside: str) -> Iterator[Definition]:
    for node in parent.body:
        if isinstance(node, Documentable):
            if node.name.startswith("_"):
                continue
            yield Definition(file, inside + node.name, node, parent)
            if isinstance(node, ast.ClassDef):
                yield from _definitions(file, node, f"{inside}{node.name}.")


def _protocols_of(node: ast.ClassDef) -> Iterator[ast.ClassDef]:
    for base in node.bases:
        name = ast.unparse(base).partition("[")[0].rpartition(".")[2]
        if name in protocols():
            yield protocols()[name]


@cache
def protocols() -> Mapping[str, ast.ClassDef]:
    """The name of each Protocol of the product -> its class."""
    found: dict[str, ast.ClassDef] = {}
    for _, node in nodes():
        if isinstance(node, ast.ClassDef) and any(
            re.fullmatch(r"(typing\.)?Protocol(\[.*\])?", ast.unparse(base)) for base in node.bases
        ):
            assert node.name not in found, f"two Protocols are called {node.name}"
            found[node.name] = node
    return found


@cache
def returned() -> Mapping[str, str]:
    """The name of each function -> that of the class that it returns."""
    return {
        node.name: ast.unparse(node.returns).rpartition(".")[2]
        for _, node in nodes()
        if isinstance(node, ast.FunctionDef) and node.returns is not None
    }


@cache
def users() -> Mapping[str, set[str]]:
    """Every name in the product -> the files that have it."""
    found: dict[str, set[str]] = {}
    for file, node in nodes():
        if isinstance(node, ast.Name):
            found.setdefault(node.id, set()).add(file)
        elif isinstance(node, ast.Attribute):
            found.setdefault(node.attr, set()).add(file)
        elif isinstance(node, ast.alias):
            found.setdefault(node.name, set()).add(file)
    return found


def module_of(file: str) -> str:
    """The module that a file is."""
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def is_empty_package(module: str) -> bool:
    """Whether a module is a folder whose own file loads nothing."""
    file = ROOT / module.replace(".", "/") / "__init__.py"
    return file.exists() and "import" not in file.read_text()


@cache
def sources() -> Sequence[tuple[str, ast.Module]]:
    """Every file of the product: its path from the root, and its syntax tree."""
    return [
        (path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for room in ("bot", "handlers", "storage")
        for path in sorted((ROOT / room).rglob("*.py"))
    ]


@cache
def nodes() -> Sequence[tuple[str, ast.AST]]:
    """Every node of every syntax tree, after its file: to walk them takes as long as to parse."""
    return [(file, node) for file, tree in sources() for node in ast.walk(tree)]


@cache
def imports() -> Sequence[Import]:
    """Every import of the product, those inside functions and for type checkers too."""
    return list(_imports())


def _imports() -> Iterator[Import]:
    for file, node in nodes():
        if isinstance(node, ast.Import):
            yield from (Import(file, node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}:{node.lineno} imports relatively"
            # `from handlers.domain import text` imports handlers.domain.text.
            for alias in node.names:
                yield Import(file, node.lineno, f"{node.module}.{alias.name}")


@cache
def imports_by_rule() -> Mapping[str, Sequence[Import]]:
    """The imports of each of LIBRARIES."""
    found: dict[str, list[Import]] = {}
    for imported in imports():
        found.setdefault(imported.rule(), []).append(imported)
    return found


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
        for imported in imports_by_rule().get(library, ())
        if not imported.fits(LIBRARIES[library])
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


@pytest.mark.parametrize("folder", DOCUMENTED)
def test_what_other_files_use_has_a_docstring(folder: str) -> None:
    """Whoever calls it reads what comes in and goes out, and not its code."""
    assert [
        str(each)
        for each in definitions(folder)
        if not each.docstring
        and not each.is_setter
        and users().get(each.node.name, set()) - {each.file}
    ] == []


@pytest.mark.parametrize("folder", DOCUMENTED)
def test_what_is_raised_is_told_under_raises(folder: str) -> None:
    """By the exception's name, and nowhere else; a command's docstring is its help instead."""
    commands = {
        f"bot/commands/{module.replace('.', '/')}.py {name}"
        for module, name in re.findall(r'"([\w.]+):(\w+)"', (ROOT / "bot/cli.py").read_text())
    }
    assert commands
    wrong = []
    for each in definitions(folder):
        if f"{each.file} {each.name}" in commands or each.is_bot_api_method:
            continue
        prose, _, section = each.docstring.partition("Raises:\n")
        told = set(re.findall(r"^ +(?:\w+\.)*(\w+): ", section, re.MULTILINE))
        wrong += [f"{each} raises {name}" for name in sorted(each.raised() - told)]
        if re.search(r"\bRaises\b", prose):
            wrong.append(f"{each} tells what it raises in a sentence")
    assert wrong == []


def test_no_module_imports_itself_in_a_circle() -> None:
    """What imports each other is one thing in two files; an import for types alone counts, too."""
    modules = {module_of(file) for file, _ in sources()}
    graph: dict[str, set[str]] = {module: set() for module in modules}
    for imported in imports():
        module = module_of(imported.file)
        # `from handlers.domain import text` imports a module, `from … .text import clean` a name.
        target = (
            imported.module if imported.module in modules else imported.module.rpartition(".")[0]
        )
        if target in modules and target != module:
            graph[module].add(target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        pytest.fail(" is imported by ".join(found.args[1]))


def test_the_rooms_of_storage_know_each_other_one_way_only() -> None:
    """Whoever changes one room of it has to look only at those that import it."""
    graph: dict[str, set[str]] = {}
    for imported in imports():
        room, target = imported.file.split("/")[1:2], imported.module.split(".")[1:2]
        inside = imported.file.count("/") > 1 and imported.module.count(".") > 1
        if imported.fits(["storage/*"]) and imported.is_part_of("storage") and inside:
            graph.setdefault(room[0], set()).update({*target} - {*room, *GROUND_OF_STORAGE})
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        pytest.fail(" is imported by ".join(found.args[1]))


def test_the_packages_of_the_conversation_load_nothing() -> None:
    """Whoever imports one rule of the trade does not load the whole conversation."""
    assert [
        str(imported) for imported in imports() if imported.fits(["handlers/*__init__.py"])
    ] == []


@pytest.fixture(scope="module")
def loaded() -> Mapping[str, Sequence[str]]:
    """What is loaded in a fresh interpreter by each of LIGHT."""
    ended = subprocess.run(
        [sys.executable, "-c", LOADING, json.dumps(LIGHT)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(line) for line in ended.stdout.splitlines())


@pytest.mark.parametrize("name", LIGHT)
def test_what_has_to_be_light_loads_little(name: str, loaded: Mapping[str, Sequence[str]]) -> None:
    """An error, a rule or the check of a receipt needs neither settings, database nor steps."""
    ours = [
        each for each in loaded[name] if each.partition(".")[0] in ("bot", "handlers", "storage")
    ]
    heavy = [each for each in loaded[name] if each in LIGHT[name]["never"]]
    strange = [
        each
        for each in ours
        if not each.startswith(tuple(LIGHT[name]["ours"])) and not is_empty_package(each)
    ]
    assert (heavy, strange) == ([], []), f"{name} loads {len(ours)} of ours: {', '.join(ours)}"


def test_only_the_settings_read_the_environment() -> None:
    """Whoever wants to know what can be set reads one file."""
    readers = []
    for file, node in nodes():
        names = (
            [node.attr]
            if isinstance(node, ast.Attribute)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.ImportFrom) and node.module == "os"
            else []
        )
        if file not in ENVIRONMENT and {"environ", "environb", "getenv", "getenvb"} & {*names}:
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
