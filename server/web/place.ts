/**
 * Stands first in a draft, in the author's view only. Nothing of an author's trial may stay: the
 * browser's storage is refused, as strict browsers do, and the player keeps everything in memory.
 * Then it tells the page around which page of the course is read and how far, and takes that place
 * up again after a reload. A classic script, so that it runs before the player.
 */
(() => {
  const around = document.currentScript?.dataset["around"];
  if (!around || window.parent === window) {
    return;
  }
  for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
    Object.defineProperty(window, name, {
      get(): never {
        throw new DOMException("The author's view keeps nothing.", "SecurityError");
      },
    });
  }
  let waiting = false;

  function tell(kind: "place" | "ready"): void {
    waiting = false;
    const page = document.querySelector<HTMLElement>("[data-page]:not([hidden])");
    window.parent.postMessage(
      { balise: kind, page: page?.dataset["page"] ?? "", scroll: window.scrollY },
      around as string,
    );
  }

  function later(): void {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => { tell("place"); });
    }
  }

  function settle(): void {
    const wanted = Number(new URLSearchParams(location.search).get("y") ?? "0");
    if (wanted > 0) {
      window.scrollTo({ top: wanted, behavior: "instant" });
    }
    tell("ready");
    window.addEventListener("scroll", later, { passive: true });
    new MutationObserver(later).observe(document.body, {
      subtree: true, attributes: true, attributeFilter: ["hidden"],
    });
  }

  // After the deferred player, which mounts just before this event.
  document.addEventListener("DOMContentLoaded", () => { setTimeout(settle, 0); });
})();
