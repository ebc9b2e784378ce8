/** Texts that depend on a number, as the tables of the player have them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { translator, type Counted } from "../../builder/player/src/texts.ts";

const TABLES = new URL("../../builder/balise_builder/render/texts/", import.meta.url);
const ROOTS: Counted[] = ["reached", "reachedBefore", "notReached", "quizThreshold"];

function said(language: string, threshold: number): string[] {
  const table = JSON.parse(readFileSync(new URL(`${language.slice(0, 2)}.json`, TABLES), "utf-8")) as {
    player: Record<string, string>;
  };
  const { count } = translator(table.player, language);
  return ROOTS.map((root) => count(root, threshold, { best: 2, total: 5 }).replaceAll("\u00a0", " "));
}

test("a threshold of one point is said in the singular, in French and in English", () => {
  assert.deepEqual(said("fr-CA", 1), [
    "Le seuil de 1 point est atteint.",
    "Le seuil de 1 point était déjà atteint : votre meilleur résultat, 2 sur 5, est conservé.",
    "Le seuil est de 1 point.",
    "Seuil à atteindre : 1 point sur 5. Vous pourrez reprendre.",
  ]);
  assert.deepEqual(said("en-CA", 1), [
    "The 1 point needed is reached.",
    "The 1 point needed was already reached: your best result, 2 out of 5, is kept.",
    "1 point is needed.",
    "Points to reach: 1 out of 5. You will be able to try again.",
  ]);
});

test("a threshold of more points is said in the plural", () => {
  assert.equal(said("fr-CA", 8)[0], "Le seuil de 8 points est atteint.");
  assert.equal(said("en-CA", 8)[0], "The 8 points needed are reached.");
  assert.equal(said("en-CA", 8)[2], "8 points are needed.");
});
