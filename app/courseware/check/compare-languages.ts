/** Both languages of a text must hold the same things in the same order. */
import { COMPUTED } from "../compile/static-value";
import type { Call } from "../compile/static-value";

export interface TextShape {
  calls: readonly Call[];
  /** Levels of the headings in order. */
  headings: readonly number[];
  terms: readonly string[];
}

/** What the second language lacks or has too much, with its line. */
export function compareLanguages(zh: TextShape, en: TextShape): { line: number; message: string }[] {
  const problems: { line: number; message: string }[] = [];
  const length = Math.max(zh.calls.length, en.calls.length);
  for (let at = 0; at < length; at++) {
    const [left, right] = [zh.calls[at], en.calls[at]];
    if (left !== undefined && right !== undefined && nameOf(left) === nameOf(right)) {
      const difference = dataDifference(left.props, right.props);
      if (difference !== null) problems.push({ line: right.line, message: `<${right.name}>: ${difference} differs from the Chinese file — ids, keys and answers must be the same in both` });
      continue;
    }
    const line = right?.line ?? en.calls.at(-1)?.line ?? 1;
    problems.push({ line, message: `component ${at + 1} is ${right === undefined ? "missing" : nameOf(right)} but ${left === undefined ? "missing" : nameOf(left)} in the Chinese file — both languages need the same components in the same order` });
    break;
  }
  if (zh.headings.join() !== en.headings.join()) problems.push({ line: 1, message: `has ${en.headings.length} headings (levels ${en.headings.join(" ") || "none"}), the Chinese file ${zh.headings.length} (${zh.headings.join(" ") || "none"}) — use the same structure` });
  const missing = zh.terms.filter((term) => !en.terms.includes(term));
  const extra = en.terms.filter((term) => !zh.terms.includes(term));
  if (missing.length > 0) problems.push({ line: 1, message: `lacks the terms ${missing.join(", ")} of the Chinese file — mark them with <Term id="…">` });
  if (extra.length > 0) problems.push({ line: 1, message: `marks the terms ${extra.join(", ")}, which the Chinese file does not — mark them there too` });
  return problems;
}

function nameOf({ name, props }: Call): string {
  const id = props["id"];
  return typeof id === "string" ? `<${name} id="${id}">` : `<${name}>`;
}

/** Fields that are data and not text: they decide what is right. */
const DATA = new Set(["id", "interest", "need", "reportsTo", "roles", "task", "forceful", "stage", "kind", "seconds", "minutes", "poll"]);

/** The path of the first datum that differs; null when all agree. Texts may differ, and so may lengths of free lists. */
function dataDifference(a: unknown, b: unknown, path = ""): string | null {
  if (a === COMPUTED || b === COMPUTED) return null;
  if (Array.isArray(a) && Array.isArray(b)) {
    const withIds = a.some((item) => typeof item === "object" && item !== null && "id" in item);
    if (withIds && a.length !== b.length) return `the number of ${path}`;
    return firstOf(a.map((item, at) => dataDifference(item, b[at], `${path}[${at}]`)));
  }
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return null;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return firstOf(
    Object.keys(left).map((key) => {
      const place = path === "" ? key : `${path}.${key}`;
      return DATA.has(key) ? (JSON.stringify(left[key]) === JSON.stringify(right[key]) ? null : place) : dataDifference(left[key], right[key], place);
    }),
  );
}

function firstOf(results: readonly (string | null)[]): string | null {
  return results.find((result) => result !== null) ?? null;
}
