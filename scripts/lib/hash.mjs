// @ts-check
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/**
 * One hash over names and contents of files; what does not exist is left out.
 * @param {string} root
 * @param {string[]} entries files and folders, relative to `root`
 * @param {(file: string) => boolean} [matches] which files of a folder count, by path relative to `root`
 */
export function hashFiles(root, entries, matches = () => true) {
  const hash = createHash("sha256");
  for (const file of entries.flatMap((entry) => listFiles(root, entry)).filter(matches)) {
    hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file))).update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @param {string} entry
 * @returns {string[]}
 */
function listFiles(root, entry) {
  const stat = fs.statSync(path.join(root, entry), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [entry];
  return fs.readdirSync(path.join(root, entry)).sort().flatMap((name) => listFiles(root, path.join(entry, name)));
}

/**
 * Text of a stamp file, or "" if there is none.
 * @param {string} file
 */
export function readStamp(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
}
