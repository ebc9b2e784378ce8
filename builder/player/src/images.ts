/**
 * Images wait for their turn, so that page 1 comes first; then, while nothing else happens, those of the
 * other pages come one by one, so that the course goes on when the network does not.
 */
import { all } from "./dom.ts";
import type { View } from "./view.ts";

/** Milliseconds between two images where the browser does not say when it is idle. */
const PAUSE = 500;

/** What a browser may say of the connection; the type library has none of it. */
type Told = Navigator & { connection?: { saveData?: boolean } };

export function bringImages(view: View): void {
  // Who asked the browser to save data meets an image when its page opens.
  if ((navigator as Told).connection?.saveData) return;
  const waiting = all<HTMLImageElement>(view.main, "img[loading=lazy]");

  function next(): void {
    const image = waiting.shift();
    if (!image) return;
    if (image.complete && image.naturalWidth > 0) return next();
    image.addEventListener("load", () => idle(next), { once: true });
    image.addEventListener("error", () => again(image), { once: true });
    image.loading = "eager";
  }

  /** The network is gone: go on, with this image too, when it is back. */
  function again(image: HTMLImageElement): void {
    if (navigator.onLine) return idle(next);
    window.addEventListener("online", () => {
      image.src = image.src;
      idle(next);
    }, { once: true });
  }

  if (document.readyState === "complete") idle(next);
  else window.addEventListener("load", () => idle(next), { once: true });
}

function idle(act: () => void): void {
  // Safari says nothing.
  if ("requestIdleCallback" in window) window.requestIdleCallback(act, { timeout: 4000 });
  else setTimeout(act, PAUSE);
}
