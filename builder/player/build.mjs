/**
 * Builds the player: `node builder/player/build.mjs OUT`, a core a runtime and the pieces.
 *
 * A piece (src/pieces/NAME.ts) holds code that a package carries only when its course uses it; the
 * builder joins the prebuilt pieces. No module is in a package twice: what a piece imports of the core
 * comes from a kit that the core hands over, and a module that several pieces import becomes a unit of
 * its own, put before them. `pieces.json` says which units make a piece.
 */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), "src");
const RUNTIMES = ["scorm12", "scorm2004", "web"];
const BROWSERS = ["safari14", "chrome90", "firefox90"];
const KIT = "balise:kit";
const COMMON = { bundle: true, minify: true, charset: "utf8", legalComments: "none", logLevel: "error", write: false };
const SCRIPT = { ...COMMON, format: "esm", target: "es2020", metafile: true, absWorkingDir: SOURCE };

/** A module's name in the kit: its path in src/, without ending. */
const named = (path) => path.replace(/\.ts$/, "");

/** The file of a unit. */
const fileOf = (path) => `${named(path).replaceAll("/", ".")}.js`;

/** Keep out of a bundle the modules that `isOutside` names: they come from the kit. */
function fromKit(isOutside) {
  return {
    name: "kit",
    setup({ onResolve }) {
      onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, kind }) => {
        if (kind !== "import-statement") return undefined;
        const module = resolve(resolveDir, path).slice(SOURCE.length + 1);
        return isOutside(module) ? { path: `kit:${named(module)}`, external: true, sideEffects: false } : undefined;
      });
    },
  };
}

/** The virtual module that gathers, for the core, what the pieces import of it. */
function kitOf(wanted) {
  const lines = [];
  const entries = [];
  for (const [module, names] of [...wanted].sort()) {
    const list = [...names].sort();
    const local = (name) => `${module.replace(/\W/g, "_")}_${name}`;
    lines.push(`import{${list.map((n) => `${n} as ${local(n)}`).join(",")}}from"./${module}.ts";`);
    entries.push(`${JSON.stringify(module)}:{${list.map((n) => `${n}:${local(n)}`).join(",")}}`);
  }
  const contents = `${lines.join("\n")}\nexport const kit={${entries.join(",")}};`;
  return {
    name: "kit-table",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^balise:kit$/ }, () => ({ path: KIT, namespace: KIT }));
      onLoad({ filter: /.*/, namespace: KIT }, () => ({ contents, resolveDir: SOURCE }));
    },
  };
}

/** The modules of src/ that a bundle of `entry` would hold, in the order of their evaluation. */
async function modules(entry) {
  const { metafile } = await build({ ...SCRIPT, entryPoints: [entry], plugins: [kitOf(new Map())] });
  const order = [];
  const visit = (path) => {
    if (order.includes(path)) return;
    for (const { path: next, kind } of metafile.inputs[path]?.imports ?? []) {
      if (kind === "import-statement" && metafile.inputs[next]) visit(next);
    }
    order.push(path);
  };
  visit(entry);
  return order.filter((path) => path.endsWith(".ts"));
}

/**
 * A module with what it alone imports, as the body of a function of `$kit`; notes in `wanted` what it
 * takes from the kit. Its own exports go into the kit.
 */
async function unit(entry, isOutside, wanted) {
  const plugins = [fromKit((module) => module !== entry && isOutside(module))];
  const made = await build({ ...SCRIPT, entryPoints: [entry], plugins });
  const taken = made.outputFiles[0].text.trim().replace(/import\{([^}]*)\}from"kit:([^"]+)";?/g, (_, list, module) => {
    const names = list.split(",").map((part) => part.split(" as "));
    const known = wanted.get(module) ?? new Set();
    wanted.set(module, known);
    for (const [name] of names) known.add(name);
    return `const{${names.map(([name, local]) => (local ? `${name}:${local}` : name)).join(",")}}=$kit[${JSON.stringify(module)}];`;
  });
  const given = taken.replace(/export\{([^}]*)\};?$/, (_, list) => {
    const pairs = list.split(",").map((part) => part.split(" as ").reverse().join(":"));
    return `$kit[${JSON.stringify(named(entry))}]={${pairs.join(",")}};`;
  });
  if (/(^|;)(import|export)[{* "]/.test(given)) throw new Error(`${entry}: an import or export that a piece cannot have`);
  return `(()=>{${given.replace(/;$/, "")}})();`;
}

/** Which modules stand on their own: in no core, and in more than one piece. */
function sharedBy(reached, core) {
  const owners = new Map();
  for (const list of reached.values()) {
    for (const module of list) if (!core.has(module)) owners.set(module, (owners.get(module) ?? 0) + 1);
  }
  return new Set([...owners].filter(([, count]) => count > 1).map(([module]) => module));
}

async function main(out) {
  const files = new Map();
  const core = new Set(await modules("main.ts"));
  const found = (await readdir(join(SOURCE, "pieces"))).sort();
  const reached = new Map();
  for (const file of found.filter((name) => name.endsWith(".ts"))) {
    reached.set(basename(file, ".ts"), await modules(`pieces/${file}`));
  }
  const shared = sharedBy(reached, core);
  const wanted = new Map();
  const pieces = {};
  for (const [name, list] of reached) {
    const units = [...list.filter((module) => shared.has(module)), `pieces/${name}.ts`].map(fileOf);
    pieces[name] = { units, style: found.includes(`${name}.css`) ? `${name}.css` : null };
  }
  for (const entry of [...shared, ...[...reached.keys()].map((name) => `pieces/${name}.ts`)]) {
    const code = await unit(entry, (module) => core.has(module) || shared.has(module), wanted);
    files.set(`pieces/${fileOf(entry)}`, code);
  }
  for (const module of [...wanted.keys()]) if (!core.has(`${module}.ts`)) wanted.delete(module);
  for (const host of RUNTIMES) {
    const define = { BALISE_HOST: JSON.stringify(host) };
    const made = await build({ ...SCRIPT, format: "iife", define, entryPoints: ["main.ts"], plugins: [kitOf(wanted)] });
    files.set(`player-${host}.js`, made.outputFiles[0].text);
  }
  for (const style of ["styles/main.css", ...found.filter((name) => name.endsWith(".css")).map((name) => `pieces/${name}`)]) {
    const made = await build({ ...COMMON, target: BROWSERS, entryPoints: [style], absWorkingDir: SOURCE });
    files.set(style === "styles/main.css" ? "player.css" : style, made.outputFiles[0].text);
  }
  files.set("pieces.json", `${JSON.stringify(pieces, null, 1)}\n`);
  await rm(join(out, "pieces"), { recursive: true, force: true });
  await mkdir(join(out, "pieces"), { recursive: true });
  for (const [name, text] of files) await writeFile(join(out, name), text);
}

await main(process.argv[2]);
