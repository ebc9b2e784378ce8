/**
 * Added to a draft in the author's view only: tells the page around it which page of the course
 * is read and how far, and takes that place up again after a reload. A classic script, because
 * the draft's sandbox has an opaque origin, from which modules cannot be fetched.
 */
(() => {
  const around = document.currentScript?.dataset["around"];
  if (!around || window.parent === window) {
    return;
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

  if (document.readyState === "loading") {
    // After the deferred player, which mounts at this very event or just before it.
    document.addEventListener("DOMContentLoaded", () => { setTimeout(settle, 0); });
  } else {
    setTimeout(settle, 0);
  }
})();
