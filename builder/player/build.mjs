/**
 * Builds the player: `node builder/player/build.mjs OUT`, a core a runtime and the pieces.
 *
 * A piece (src/pieces/NAME.ts) holds code that a package carries only when its course uses it; the
 * builder joins the prebuilt pieces. No module is in a package twice: what a piece imports of the core
 * comes from a kit that the core hands over, and a module that several pieces import becomes a unit of
 * its own, put before them. `pieces.json` says which units make a piece. A style beside a module
 * (items/field.css) goes where the module goes; one of looks/ is for what reads without script, and the
 * builder joins it to player.css. `worker.js` is the service worker of the `web` target.
 */
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), "src");
const RUNTIMES = ["scorm12", "scorm2004", "web"];
const BROWSERS = ["safari14", "chrome90", "firefox90"];
const KIT = "balise:kit";
const COMMON = { bundle: true, minify: true, charset: "utf8", legalComments: "none", logLevel: "error", write: false };
const SCRIPT = { ...COMMON, format: "esm", target: "es2020", metafile: true, absWorkingDir: SOURCE };

const slashed = (path) => path.replaceAll(sep, "/");

/** A module's name in the kit: its path in src/, without ending. */
const named = (path) => path.replace(/\.ts$/, "");

/** The file of a module's code or style: `items/field.ts` is `items.field.js`. */
const flat = (path) => path.replaceAll("/", ".").replace(/\.ts$/, ".js");

/** Keep out of a bundle the modules that `isOutside` names: they come from the kit. */
function fromKit(isOutside) {
  return {
    name: "kit",
    setup({ onResolve }) {
      onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, kind }) => {
        if (kind !== "import-statement") return undefined;
        const module = slashed(relative(SOURCE, resolve(resolveDir, path)));
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

/** The modules that stand on their own: those of more than one piece. */
function sharedBy(reached) {
  const owners = new Map();
  for (const list of reached.values()) {
    for (const module of list) owners.set(module, (owners.get(module) ?? 0) + 1);
  }
  return new Set([...owners].filter(([, count]) => count > 1).map(([module]) => module));
}

/** The names of the files with `ending` anywhere in src/, sorted. */
async function sources(ending) {
  const found = await readdir(SOURCE, { recursive: true });
  return found.map(slashed).filter((path) => path.endsWith(ending)).sort();
}

/** A style sheet, minified. */
async function style(path) {
  const made = await build({ ...COMMON, target: BROWSERS, entryPoints: [path], absWorkingDir: SOURCE });
  return made.outputFiles[0].text;
}

/** The units of every piece, and what they take from the kit. */
async function buildPieces(core, files) {
  const names = (await sources(".ts")).filter((path) => path.startsWith("pieces/")).map((path) => basename(path, ".ts"));
  const reached = new Map();
  for (const name of names) reached.set(name, (await modules(`pieces/${name}.ts`)).filter((module) => !core.has(module)));
  const shared = sharedBy(reached);
  const wanted = new Map();
  for (const entry of [...shared, ...names.map((name) => `pieces/${name}.ts`)]) {
    const code = await unit(entry, (module) => core.has(module) || shared.has(module), wanted);
    files.set(`pieces/${flat(entry)}`, code);
  }
  for (const module of [...wanted.keys()]) if (!core.has(`${module}.ts`)) wanted.delete(module);
  const beside = new Set((await sources(".css")).filter((path) => !/^(styles|looks)\//.test(path)));
  const pieces = {};
  for (const [name, list] of reached) {
    const units = list.filter((module) => shared.has(module) || module === `pieces/${name}.ts`);
    const styles = list.map((module) => module.replace(/ts$/, "css")).filter((path) => beside.has(path));
    for (const path of styles) files.set(`pieces/${flat(path)}`, await style(path));
    pieces[name] = { units: units.map(flat), styles: styles.map(flat) };
  }
  files.set("pieces.json", `${JSON.stringify(pieces, null, 1)}\n`);
  return wanted;
}

async function main(out) {
  const files = new Map();
  const core = new Set(await modules("main.ts"));
  const wanted = await buildPieces(core, files);
  for (const host of RUNTIMES) {
    const define = { BALISE_HOST: JSON.stringify(host) };
    const made = await build({ ...SCRIPT, format: "iife", define, entryPoints: ["main.ts"], plugins: [kitOf(wanted)] });
    files.set(`player-${host}.js`, made.outputFiles[0].text);
  }
  const worker = await build({ ...SCRIPT, format: "iife", entryPoints: ["../worker/worker.ts"] });
  files.set("worker.js", worker.outputFiles[0].text);
  files.set("player.css", await style("styles/main.css"));
  for (const path of await sources(".css")) if (path.startsWith("looks/")) files.set(path, await style(path));
  await put(out, files);
}

/** Write what is new and take away what is old; a file is whole at any moment for who reads it meanwhile. */
async function put(out, files) {
  for (const folder of ["pieces", "looks"]) await mkdir(join(out, folder), { recursive: true });
  for (const [name, text] of files) {
    const half = join(out, `${name}.${process.pid}`);
    await writeFile(half, text);
    await rename(half, join(out, name));
  }
  for (const folder of ["pieces", "looks"]) {
    for (const name of await readdir(join(out, folder))) {
      if (!files.has(`${folder}/${name}`)) await rm(join(out, folder, name), { force: true });
    }
  }
}

await main(process.argv[2]);
