/**
 * Lists the functions of TypeScript files with their lengths, by the compiler's own parser:
 * `node tests/functions.mjs FILE…` prints "FILE:LINE NAME LINES" a line, comments before not counted.
 */
import { resolve } from "node:path";
import { API } from "typescript/unstable/sync";
import { isFunctionLikeDeclaration } from "typescript/unstable/ast/is";

const files = process.argv.slice(2);
const api = new API({ cwd: process.cwd() });
const snapshot = api.updateSnapshot({ openFiles: files.map((file) => resolve(file)) });
for (const file of files) {
  const path = resolve(file);
  const source = snapshot.getDefaultProjectForFile(path)?.program.getSourceFile(path);
  if (!source) throw new Error(`${file}: not read`);
  const lineOf = (at) => source.text.slice(0, at).split("\n").length;
  const visit = (node) => {
    if (isFunctionLikeDeclaration(node) && node.body) {
      const first = lineOf(node.getStart(source));
      const last = lineOf(node.end);
      console.log(`${file}:${first} ${node.name?.text ?? "=>"} ${last - first + 1}`);
    }
    node.forEachChild(visit);
  };
  visit(source);
}
api.close();
