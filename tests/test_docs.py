"""What the documentation points to is there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#([^)\s]+))?\)")
NAMED = re.compile(r"((?:bot|handlers|storage|tests)/[\w/]+\.py)::(\w+)")


def headings(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    lines = re.findall(r"^#+ (.+)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Somebody follows every link within the repository."""
    for path, anchor in LINK.findall(page.read_text()):
        target = (page.parent / path.replace("\\", "")).resolve()
        assert target.exists(), f"{path} is not there"
        if anchor and target.suffix == ".md":
            assert anchor in headings(target), f"{path} has no heading #{anchor}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_functions_that_are_named_are_there(page: Path) -> None:
    """Somebody looks for the test that shows a promise, or follows the path of an update."""
    for path, name in NAMED.findall(page.read_text()):
        tree = ast.parse((ROOT / path).read_text())
        names = {
            node.name
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        assert name in names, f"{path} has no {name}"
