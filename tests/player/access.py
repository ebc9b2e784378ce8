"""What WCAG 2.2 AA asks of a screen, measured in a real browser: a list of faults, or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from playwright.sync_api import Page

from tests.browser import accessibility_faults, horizontal_overflow

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "light", "forced_colors": "active"},
}

SPACED = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important;'
    + 'word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
  document.adoptedStyleSheets = [style];
}"""

CUT = """() => [...document.querySelectorAll('body *')].filter(e => {
  if (!e.checkVisibility() || !e.innerText?.trim()) return false;
  if (e.closest('.b-sr, .b-skip, .visually-hidden, svg')) return false;
  if (e.matches('select, option, textarea')) return false;
  const style = getComputedStyle(e), box = e.matches('button, summary, label, a');
  const hides = v => v === 'hidden' || v === 'clip';
  return (hides(style.overflowX) || box && style.display !== 'inline')
      && e.scrollWidth > e.clientWidth + 1
    || hides(style.overflowY) && e.scrollHeight > e.clientHeight + 1;
}).map(e => e.outerHTML.slice(0, 160))"""
"""Elements whose words are cut, or stand out of their control (1.4.12)."""

SMALL = """() => [...document.querySelectorAll(
    'a[href], button, summary, select, textarea, input, [tabindex="0"], [role=tab]')].filter(e => {
  if (!e.checkVisibility() || e.disabled) return false;
  if (e.closest('.b-sr, .b-skip, .visually-hidden')) return false;
  const inSentence = e.matches('a') && getComputedStyle(e).display === 'inline';
  const target = e.closest('label') ?? e, box = target.getBoundingClientRect();
  return !inSentence && Math.min(box.width, box.height) < 24;
}).map(e => e.outerHTML.slice(0, 160))"""
"""Targets under 24 × 24 CSS pixels that are no link within a sentence (2.5.8)."""

STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const near = [e, e.parentElement, e.parentElement.parentElement];
  const drawn = () => JSON.stringify(near.map(one => {
    const s = getComputedStyle(one);
    return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.borderTopColor, s.backgroundColor];
  }));
  const focused = drawn();
  e.blur();
  // What has the focus in a frame shows there.
  const seen = drawn() !== focused || e.matches('iframe');
  e.focus({preventScroll: true});
  const box = (e.closest('label') ?? e).getBoundingClientRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const shares = [0.02, 0.5, 0.98];
  const there = right > left && bottom > top && shares.some(x => shares.some(y => {
    const hit = document.elementFromPoint(left + x * (right - left), top + y * (bottom - top));
    return hit && (e.contains(hit) || e.closest('label')?.contains(hit));
  }));
  e.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length);
  return {id: e.dataset.stop, seen, there, html: e.outerHTML.slice(0, 160)};
}"""
"""The element with the focus: whether its focus shows (2.4.7) and no bar hides it (2.4.11)."""

TOP = """() => {
  if (document.querySelector('dialog[open]')) return;
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
}"""
"""Begin before everything: what is out of the tab order is still met from inside it."""

REACHED = """() => [...document.querySelectorAll(
    'a[href], button, summary, select, textarea, input, [tabindex="0"]')].filter(e => {
  if (!e.checkVisibility({visibilityProperty: true}) || e.disabled || e.tabIndex < 0) return false;
  if (e.closest('[inert]') || document.querySelector('dialog[open]')?.contains(e) === false)
    return false;
  return e.type !== 'radio' && !e.dataset.stop;
}).map(e => e.outerHTML.slice(0, 160))"""
"""Controls that no press of Tab has met: out of the reach of a keyboard (2.1.1)."""


def in_colours(page: Page, looks: Sequence[str] = tuple(LOOKS)) -> list[str]:
    """Return axe-core's violations in each look; the last stays on."""
    found = []
    for look in looks:
        page.emulate_media(reduced_motion="reduce", **LOOKS[look])
        found += [f"{look}: {fault}" for fault in accessibility_faults(page)]
    return found


def when_narrow(page: Page) -> list[str]:
    """Return what overflows, is cut or is too small at 320 pixels, then with text spacing."""
    size = page.viewport_size or {"width": 1280, "height": 800}
    page.set_viewport_size({"width": 320, "height": 256})
    found = [f"small: {html}" for html in page.evaluate(SMALL)]
    found += _room(page, "320 px")
    page.evaluate(SPACED)
    found += _room(page, "text spacing")
    page.evaluate("() => { document.adoptedStyleSheets = []; }")
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    return found


def _room(page: Page, name: str) -> Iterator[str]:
    over = horizontal_overflow(page)
    if over:
        yield f"{name}: {over} px too wide"
    yield from (f"{name}, cut: {html}" for html in page.evaluate(CUT))


def of_focus(page: Page, most: int = 120) -> list[str]:
    """Walk the tab stops; return those unseen or hidden, and the controls that are never met."""
    page.evaluate(TOP)
    found, met, beyond = [], set(), 0
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            beyond += 1
            if beyond > 1:
                break
            continue
        if stop["id"] in met:
            break
        met.add(stop["id"])
        if not stop["seen"]:
            found.append(f"no focus shown: {stop['html']}")
        if not stop["there"]:
            found.append(f"focus hidden: {stop['html']}")
    found += [f"out of reach of the keyboard: {html}" for html in page.evaluate(REACHED)]
    page.evaluate(
        "() => document.querySelectorAll('[data-stop]').forEach(e => delete e.dataset.stop)"
    )
    return found
