/** The list of calls: all are kept for copying, the last ones are shown. */

export interface Call {
  /** Milliseconds since the content was opened. */
  at: number;
  /** Name as the content called it, e.g. "LMSSetValue". */
  name: string;
  args: string[];
  result: string;
  /** Code of the error; "0" is none. */
  error: string;
}

const SHOWN = 200;
const KEPT = 5000;

/** A call on one line, for copying into a message or a report. */
export function asText(call: Call): string {
  const args = call.args.map((arg) => JSON.stringify(arg)).join(", ");
  const error = isError(call) ? `  error ${call.error}` : "";
  return `${clock(call.at)}  ${call.name}(${args}) → ${JSON.stringify(call.result)}${error}`;
}

/** Minutes, seconds and tenths since the content was opened: "2:05.3". */
export function clock(milliseconds: number): string {
  const tenths = Math.round(milliseconds / 100);
  const seconds = String(Math.floor(tenths / 10) % 60).padStart(2, "0");
  return `${Math.floor(tenths / 600)}:${seconds}.${tenths % 10}`;
}

export function isError(call: Call): boolean {
  return call.error !== "" && call.error !== "0";
}

function line(call: Call, words: Record<string, string>): HTMLLIElement {
  const part = (tag: string, name: string, text: string): HTMLElement =>
    Object.assign(document.createElement(tag), { className: name, textContent: text });
  const row = document.createElement("li");
  const body = document.createElement("span");
  body.append(`${call.name}(${call.args.map((arg) => JSON.stringify(arg)).join(", ")}) `);
  const error = isError(call) ? ` · ${(words["error"] ?? "").replace("{code}", call.error)}` : "";
  body.append(part("span", "result", `→ ${JSON.stringify(call.result)}${error}`));
  row.append(part("span", "at", clock(call.at)), body);
  row.classList.toggle("is-error", isError(call));
  return row;
}

/** Join the list, its filter, its counter and its copy button. */
export function callLog(words: Record<string, string>): { add(call: Call): void; clear(): void } {
  const list = document.querySelector<HTMLOListElement>("#calls");
  const filter = document.querySelector<HTMLInputElement>("#only-errors");
  const kept: Call[] = [];
  let total = 0;
  let errors = 0;
  let due = false;

  function draw(): void {
    due = false;
    const wanted = filter?.checked ? kept.filter(isError) : kept;
    const last = wanted.slice(-SHOWN);
    list?.replaceChildren(...last.reverse().map((call) => line(call, words)));
    document.querySelector("#no-calls")?.toggleAttribute("hidden", kept.length > 0);
    const capped = document.querySelector("#calls-capped");
    if (capped) {
      capped.toggleAttribute("hidden", wanted.length <= SHOWN);
      capped.textContent = (words["calls_capped"] ?? "").replace("{n}", String(SHOWN));
    }
    const count = document.querySelector("#calls-count");
    const template = (total < 2 ? words["calls_one"] : words["calls_many"]) ?? "";
    if (count) {
      count.textContent = template.replace("{n}", String(total)).replace("{errors}", String(errors));
    }
  }

  function add(call: Call): void {
    kept.push(call);
    kept.splice(0, Math.max(0, kept.length - KEPT));
    total += 1;
    errors += isError(call) ? 1 : 0;
    if (!due) {
      due = true;
      requestAnimationFrame(draw);
    }
  }

  function clear(): void {
    kept.length = total = errors = 0;
    draw();
  }

  async function copy(): Promise<void> {
    const said = document.querySelector("#copied");
    await navigator.clipboard.writeText(kept.map(asText).join("\n"));
    if (said) {
      said.textContent = words["copied"] ?? "";
    }
  }

  filter?.addEventListener("change", draw);
  document.querySelector("#copy-calls")?.addEventListener("click", () => { void copy(); });
  return { add, clear };
}
