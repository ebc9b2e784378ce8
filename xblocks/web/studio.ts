/** The editor of a block in Studio: Markdown with its findings, or plain fields. */
interface StudioRuntime {
  handlerUrl(element: HTMLElement, handler: string): string;
  notify?(name: string, about: Record<string, unknown>): void;
}

interface Finding {
  line: number;
  column: number;
  severity: "error" | "warning" | "info";
  code: string;
  text: string;
}

interface Answer {
  error?: string;
  result?: "success" | "draft";
  findings?: Finding[];
}

const QUIET = 600;

class Editor {
  private kept = "";
  private warned = false;
  private waiting = 0;
  private asked = 0;
  private readonly runtime: StudioRuntime;
  private readonly host: HTMLElement;
  private readonly form: HTMLFormElement;
  private readonly said: HTMLElement;
  private readonly text: HTMLTextAreaElement | null;

  constructor(runtime: StudioRuntime, host: HTMLElement, form: HTMLFormElement, said: HTMLElement) {
    this.runtime = runtime;
    this.host = host;
    this.form = form;
    this.said = said;
    this.text = form.querySelector("textarea[name='markdown']");
    this.kept = this.fields();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.save();
    });
    host.querySelector(".cancel-button")?.addEventListener("click", (event) => {
      event.preventDefault();
      this.cancel();
    });
    this.text?.addEventListener("input", () => {
      window.clearTimeout(this.waiting);
      this.waiting = window.setTimeout(() => void this.check(), QUIET);
    });
    if (this.text) void this.check();
  }

  private word(name: string): string {
    return this.form.dataset[name] ?? "";
  }

  private fields(): string {
    return JSON.stringify(Object.fromEntries([...new FormData(this.form)].map(([name, value]) => [name, String(value)])));
  }

  /** Gives up what is not saved only when asked twice. */
  private cancel(): void {
    if (this.fields() !== this.kept && !this.warned) {
      this.warned = true;
      this.said.textContent = this.word("unsaved");
      return;
    }
    this.runtime.notify?.("cancel", {});
  }

  private async post(handler: string, body: string): Promise<Answer> {
    const answer = await fetch(this.runtime.handlerUrl(this.host, handler), {
      method: "POST",
      body,
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
    });
    const found = (await answer.json()) as Answer;
    return answer.ok ? found : { error: found.error ?? this.word("unreached") };
  }

  private async check(): Promise<void> {
    const turn = ++this.asked;
    try {
      const answer = await this.post("check", JSON.stringify({ markdown: this.text?.value ?? "" }));
      if (turn === this.asked) this.show(answer.findings ?? [], answer.error);
    } catch {
      // What was said last stays; the next pause in typing asks again.
    }
  }

  private show(findings: Finding[], problem?: string): void {
    const status = this.host.querySelector(".b-findings [role='status']");
    const list = this.host.querySelector(".b-findings ol");
    if (!status || !list) return;
    const line = problem ?? (findings.length ? this.counted(findings) : this.word("nofinding"));
    if (status.textContent !== line) status.textContent = line;
    list.replaceChildren(...findings.map((finding) => this.item(finding)));
  }

  private counted(findings: Finding[]): string {
    const kinds = ["error", "warning", "info"] as const;
    return kinds
      .map((kind) => ({ kind, n: findings.filter((one) => one.severity === kind).length }))
      .filter(({ n }) => n > 0)
      .map(({ kind, n }) => `${n} ${this.word(kind)}${n > 1 ? "s" : ""}`)
      .join(", ");
  }

  private item(finding: Finding): HTMLElement {
    const item = document.createElement("li");
    const at = document.createElement("button");
    item.dataset["severity"] = finding.severity;
    at.type = "button";
    at.className = "b-at";
    at.textContent = this.word("line").replace("{n}", String(finding.line));
    at.addEventListener("click", () => this.goTo(finding));
    const code = finding.code ? ` [${finding.code}]` : "";
    item.append(at, ` ${this.word(finding.severity)}${code} `, finding.text);
    return item;
  }

  private goTo(finding: Finding): void {
    if (!this.text) return;
    const lines = this.text.value.split("\n");
    const start = lines.slice(0, finding.line - 1).join("\n").length + (finding.line > 1 ? 1 : 0);
    const line = lines[finding.line - 1] ?? "";
    this.text.focus();
    this.text.setSelectionRange(start, start + line.length);
    const height = Number.parseFloat(getComputedStyle(this.text).lineHeight) || 24;
    this.text.scrollTop = Math.max(0, (finding.line - 4) * height);
  }

  private async save(): Promise<void> {
    this.warned = false;
    this.runtime.notify?.("save", { state: "start" });
    const sent = this.fields();
    let text = this.word("unreached");
    try {
      const answer = await this.post("studio_submit", sent);
      if (answer.result) this.kept = sent;
      if (answer.findings && this.text) this.show(answer.findings);
      if (answer.result === "success") {
        this.said.textContent = this.word("saved");
        this.runtime.notify?.("save", { state: "end" });
        return;
      }
      text = answer.result === "draft" ? this.word("draftkept") : answer.error || text;
    } catch {
      // Nothing is lost: what was typed stays in the form.
    }
    this.said.textContent = text;
    this.runtime.notify?.("error", { msg: text });
  }
}

function BaliseStudio(runtime: StudioRuntime, element: HTMLElement | { 0: HTMLElement }): void {
  const host = element instanceof HTMLElement ? element : element[0];
  const form = host.querySelector("form");
  const said = host.querySelector<HTMLElement>("[role='alert']");
  if (form && said) new Editor(runtime, host, form, said);
}

function token(): string {
  return /(?:^|;\s*)csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}

Object.assign(window, { BaliseStudio });

export {};
