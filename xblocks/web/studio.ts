/** The form of a block in Studio: plain fields, saved by the block's handler `studio_submit`. */
interface StudioRuntime {
  handlerUrl(element: HTMLElement, handler: string): string;
  notify?(name: string, about: Record<string, unknown>): void;
}

function BaliseStudio(runtime: StudioRuntime, element: HTMLElement | { 0: HTMLElement }): void {
  const host = element instanceof HTMLElement ? element : element[0];
  const form = host.querySelector("form");
  const said = host.querySelector<HTMLElement>("[role='alert']");
  if (!form || !said) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });
  host.querySelector(".cancel-button")?.addEventListener("click", (event) => {
    event.preventDefault();
    runtime.notify?.("cancel", {});
  });

  async function save(): Promise<void> {
    if (!form || !said) return;
    const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    runtime.notify?.("save", { state: "start" });
    let text = form.dataset["unreached"] ?? "";
    try {
      const answer = await fetch(runtime.handlerUrl(host, "studio_submit"), {
        method: "POST",
        body: JSON.stringify(fields),
        credentials: "same-origin",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
      });
      if (answer.ok) {
        said.textContent = form.dataset["saved"] ?? "";
        runtime.notify?.("save", { state: "end" });
        return;
      }
      const wrong = (await answer.json()) as { error?: string };
      text = wrong.error ?? text;
    } catch {
      // Nothing is lost: what was typed stays in the form.
    }
    said.textContent = text;
    runtime.notify?.("error", { msg: text });
  }
}

function token(): string {
  return /(?:^|;\s*)csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}

Object.assign(window, { BaliseStudio });

export {};
