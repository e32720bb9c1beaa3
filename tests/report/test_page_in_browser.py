"""The page in a real browser (Debian's chromium, driven by selenium): mouse, keyboard, print, and nothing fetched."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.checking.finding import CheckedDocument
from onrecord.report.formats import render

from .checked_examples import article, check_of, checked
from .test_page import HOSTILE

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="no chromium and chromedriver here (Debian: apt install chromium chromium-driver)"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1400,1000"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Any:
    def open_page(*documents: CheckedDocument) -> Any:
        page = tmp_path / "page.html"
        page.write_text(render(check_of(*documents), "html"), encoding="utf-8")
        browser.get(page.as_uri())
        return browser

    return open_page


def one(browser: Any, selector: str) -> Any:
    return browser.find_element("css selector", selector)


def press(browser: Any, key: str) -> None:
    browser.switch_to.active_element.send_keys(key)


def test_a_click_on_a_marked_passage_opens_its_evidence(opened: Any) -> None:
    browser = opened(article())
    assert not one(browser, ".panel").is_displayed()
    one(browser, ".text .mark[data-finding='1']").click()
    panel = one(browser, ".panel")
    assert panel.is_displayed()
    assert "Finding 1 of 9" in panel.text
    assert article().findings[0].reason in panel.text
    assert one(browser, ".panel svg.plan").is_displayed()
    assert "14–1–0" in panel.text


def test_tab_and_enter_open_and_escape_closes_and_gives_the_focus_back(opened: Any) -> None:
    browser = opened(article())
    for _ in range(30):
        press(browser, "\ue004")
        if browser.switch_to.active_element.get_attribute("id") == "d1-r2":
            break
    press(browser, "\ue007")
    assert "Finding 2 of 9" in one(browser, ".panel").text
    assert browser.switch_to.active_element.get_attribute("id") == "panel-title"
    press(browser, "\ue014")
    assert "Finding 3 of 9" in one(browser, ".panel").text
    press(browser, "\ue00c")
    assert not one(browser, ".panel").is_displayed()
    assert browser.switch_to.active_element.get_attribute("id") == "d1-r3"


def test_overlapping_findings_each_open_by_their_number(opened: Any) -> None:
    browser = opened(article())
    for number in (5, 6, 7):
        one(browser, f"#d1-r{number}").click()
        assert f"Finding {number} of 9" in one(browser, ".panel").text


def test_the_list_opens_the_same_evidence(opened: Any) -> None:
    browser = opened(article())
    assert not one(browser, "#d1-f4 .evidence").is_displayed()
    one(browser, "#d1-f4 .open").click()
    assert "S/RES/2712" in one(browser, ".panel").text


def test_the_panel_is_a_dialog_with_a_name(opened: Any) -> None:
    panel = one(opened(article()), ".panel")
    assert (panel.get_attribute("role"), panel.get_attribute("aria-labelledby")) == ("dialog", "panel-title")


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_nothing_runs_over_the_side_and_the_passage_stays_in_sight(opened: Any, width: int) -> None:
    browser = opened(article())
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    )
    try:
        for number in range(1, 10):
            browser.execute_script(f"document.querySelector('#d1-r{number}').click()")
            assert browser.execute_script("return document.documentElement.scrollWidth") <= width
            top = browser.execute_script("return document.querySelector('.mark.shown').getBoundingClientRect().top")
            covered_from = browser.execute_script("return document.querySelector('.panel').getBoundingClientRect().top")
            assert 0 <= top < (covered_from if width < 1000 else 900)
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_print_shows_the_article_and_every_finding_with_its_evidence(opened: Any) -> None:
    browser = opened(article())
    one(browser, "#d1-r1").click()
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert not one(browser, ".panel").is_displayed()
        assert all(each.is_displayed() for each in browser.find_elements("css selector", ".findings .evidence"))
        assert one(browser, "#d1-f1 svg.plan").is_displayed()
        assert not one(browser, "#d1-f2 svg.plan").is_displayed()
        assert one(browser, "#d1-f2 .see").is_displayed()
        assert not any(each.is_displayed() for each in browser.find_elements("css selector", "button, .hint"))
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_without_scripts_all_evidence_stands_in_the_list(opened: Any, browser: Any) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        opened(article())
        assert all(each.is_displayed() for each in browser.find_elements("css selector", ".findings .evidence"))
        assert one(browser, "#d1-r1").get_attribute("href").endswith("#d1-f1")
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_several_articles_have_a_list_of_them(opened: Any) -> None:
    browser = opened(article(), checked("It rained.", id="rain.txt"))
    links = browser.find_elements("css selector", ".contents a")
    assert [link.text for link in links] == ["A fifth No", "rain.txt"]
    assert links[1].get_attribute("href").endswith("#d2")


def test_a_hostile_article_runs_nothing_and_nothing_is_ever_fetched(opened: Any) -> None:
    found = article().findings[0]
    hostile = checked(
        HOSTILE, [type(found)(0, 20, HOSTILE[:20], found.kind, {}, found.verdict, HOSTILE)], title=HOSTILE
    )
    browser = opened(hostile, article())
    one(browser, "#d1-r1").click()
    assert browser.execute_script("return window.hacked") is None
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert browser.get_log("browser") == []
