"""A real browser for the proofing page, and the judge of its accessibility."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.support.tools import CACHE

AXE = CACHE / "npm" / "review" / "node_modules" / "axe-core" / "axe.min.js"
# Tests share the machine; what is to come comes later then.
expect.set_options(timeout=20_000)

NARROW = {"width": 390, "height": 800}
WIDE = {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    """Chromium for the tests of a module: while it is open, nobody else can open another."""
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-quic"]
        made = playwright.chromium.launch(executable_path=chromium_path, args=arguments)
        yield made
        made.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Callable[..., Page]]:
    """``tab(address, **context)`` opens the page; errors and requests elsewhere fail the test."""
    opened: list[tuple[Any, list[str]]] = []

    def open_it(address: str, **context: Any) -> Page:
        made = browser.new_context(**{"viewport": WIDE, **context})
        page = made.new_page()
        faults: list[str] = []
        opened.append((made, faults))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: _elsewhere(address, request.url, faults))
        page.goto(address)
        page.wait_for_selector("body[data-ready]")
        return page

    yield open_it
    for context, _ in opened:
        context.close()
    assert [fault for _, faults in opened for fault in faults] == []


def _elsewhere(address: str, url: str, faults: list[str]) -> None:
    home = address.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]
    if not url.startswith((home, "data:", "blob:")):
        faults.append(f"asked the network for {url}")


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """``axe(page)`` gives axe-core's violations, each as a line; see AXE for where it is."""
    assert AXE.exists(), "axe-core is missing; `make test` installs what tests need"
    script = AXE.read_text(encoding="utf-8")

    def run(page: Page) -> list[str]:
        # In a world of its own, as an extension of the browser would: the page's content
        # security policy allows no other script.
        session = page.context.new_cdp_session(page)
        frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
        world = session.send("Page.createIsolatedWorld", {"frameId": frame})
        context = world["executionContextId"]
        session.send("Runtime.evaluate", {"expression": script, "contextId": context})
        asked = "axe.run(document,{resultTypes:['violations']}).then(r=>r.violations)"
        found = session.send(
            "Runtime.evaluate",
            {
                "expression": asked,
                "contextId": context,
                "awaitPromise": True,
                "returnByValue": True,
            },
        )
        assert "exceptionDetails" not in found, found
        return [
            f"{one['id']} ({one['impact']}): {node['html'][:120]}"
            for one in found["result"]["value"]
            for node in one["nodes"]
        ]

    return run


@pytest.fixture
def address() -> Callable[[Path], str]:
    """The ``file:`` address of a page."""
    return lambda path: path.resolve().as_uri()
