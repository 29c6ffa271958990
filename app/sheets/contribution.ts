/**
 * Who contributed what to a sheet. Typing is no contribution: what counts is what still stands, what was made better, which
 * checks stopped finding something, and which questions were settled.
 */
import type { CellAddress, CellValue } from "./content";
import { sameValue } from "./live/cell-value";
import type { RowPlace } from "./live/state";

export interface Contribution {
  /** Cells this person filled that still say something. */
  filled: number;
  /** Cells of others that this person brought nearer to what they say now. */
  improved: number;
  /** Findings of checks that this person put right: still gone, and not of their own making. */
  fixed: number;
  /** Comments of others that this person settled. */
  resolved: number;
}

export interface LedgerChange {
  address: CellAddress;
  before: CellValue | RowPlace | null;
  after: CellValue | RowPlace | null;
  authorId: string | null;
  how: "edit" | "import" | "restore" | "copy" | "system";
}

export interface LedgerFinding {
  finding: string;
  found: boolean;
  authorId: string | null;
}

export interface LedgerComment {
  authorId: string;
  resolvedBy: string | null;
}

/** Contributions by person, from the ledgers in the order in which they were written; `now` holds the cells in sight that are not empty. */
export function contributionsOf(changes: readonly LedgerChange[], now: ReadonlyMap<CellAddress, CellValue>, findings: readonly LedgerFinding[], comments: readonly LedgerComment[]): Map<string, Contribution> {
  const all = new Map<string, Contribution>();
  const credit = (personId: string, what: keyof Contribution): void => {
    const contribution = all.get(personId) ?? { filled: 0, improved: 0, fixed: 0, resolved: 0 };
    contribution[what] += 1;
    all.set(personId, contribution);
  };
  const byCell = new Map<CellAddress, LedgerChange[]>();
  for (const change of changes) byCell.set(change.address, [...(byCell.get(change.address) ?? []), change]);
  for (const [address, value] of now) {
    const { filler, improvers } = authorsOf(byCell.get(address) ?? [], value);
    if (filler !== null) credit(filler, "filled");
    for (const improver of improvers) credit(improver, "improved");
  }
  for (const fixer of fixersOf(findings)) credit(fixer, "fixed");
  for (const { authorId, resolvedBy } of comments) if (resolvedBy !== null && resolvedBy !== authorId) credit(resolvedBy, "resolved");
  return all;
}

/** Whose cell it is, and who made it better, since it was last empty. What was restored belongs to whoever wrote it first. */
function authorsOf(changes: readonly LedgerChange[], value: CellValue): { filler: string | null; improvers: Set<string> } {
  const start = changes.findLastIndex(({ before }) => before === null);
  const first = changes[start];
  const writerAt = (at: number): string | null => {
    const change = changes[at];
    if (!change) return null;
    return change.how === "restore" ? writerAt(changes.slice(0, at).findLastIndex(({ after }) => sameValue(after, change.after))) : writer(change);
  };
  const filler = first ? writerAt(start) : null;
  const improvers = new Set<string>();
  for (const [later, change] of changes.slice(start + 1).entries()) {
    const person = writerAt(start + 1 + later);
    if (person !== null && person !== filler && nearness(change.after, value) > nearness(change.before, value)) improvers.add(person);
  }
  return { filler, improvers };
}

/** Copied cells are nobody's work here. */
const writer = ({ authorId, how }: LedgerChange): string | null => (how === "edit" || how === "import" ? authorId : null);

/** 0…1: how much of a value stands in what the cell says now. Texts by their pairs of characters (Dice), lists by their members, others wholly or not. */
function nearness(value: CellValue | RowPlace | null, now: CellValue): number {
  if (sameValue(value, now)) return 1;
  if (typeof value === "string" && typeof now === "string") return dice(pairs(value), pairs(now));
  if (Array.isArray(value) && Array.isArray(now)) return dice(value, now);
  return 0;
}

function pairs(text: string): string[] {
  const characters = [...text];
  return characters.length < 2 ? characters : characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

function dice(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const item of b) left.set(item, (left.get(item) ?? 0) + 1);
  let common = 0;
  for (const item of a) {
    const count = left.get(item) ?? 0;
    if (count > 0) {
      common += 1;
      left.set(item, count - 1);
    }
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length);
}

/** One entry per finding that is gone: who put it right, unless it was their own doing. */
function fixersOf(findings: readonly LedgerFinding[]): string[] {
  const last = new Map<string, { gone: LedgerFinding | null; maker: string | null }>();
  for (const entry of findings) last.set(entry.finding, entry.found ? { gone: null, maker: entry.authorId } : { gone: entry, maker: last.get(entry.finding)?.maker ?? null });
  return [...last.values()].flatMap(({ gone, maker }) => (gone?.authorId != null && gone.authorId !== maker ? [gone.authorId] : []));
}
