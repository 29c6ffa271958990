/**
 * Draws a paper from the bank: by blueprint (competency × difficulty), wholly determined by a stored seed.
 *
 * The questions that can fill the blueprint's places together form a transversal matroid, so taking them greedily
 * in order of preference, each only if all taken so far still find a place (an augmenting path), never misses a
 * paper that exists, and uses as few questions of earlier attempts as the bank allows.
 */
import { fail, ok, type Result } from "~/platform/result";
import { questionParts } from "./question";
import type { Difficulty, QuestionKind, QuestionParts, QuestionVersion } from "./question";
import { randomFrom, shuffle } from "~/platform/random";
import { drawOptionOrder, type OptionOrder } from "./redact";

/** So many questions whose first competency and difficulty are these. */
export type BlueprintCell = { competency: string; difficulty: Difficulty[]; count: number };

/** What the draw needs to know of a question, and no more: papers are drawn without reading texts. */
export type BankEntry = {
  hash: string;
  id: string;
  kind: QuestionKind;
  competency: string;
  difficulty: Difficulty;
  section: string;
  parts: QuestionParts;
};

/** A question's place on a paper, with the version pinned. */
export type PaperItem = { position: number; hash: string; kind: QuestionKind; order: OptionOrder };

export type Shortfall = {
  code: "shortfall";
  cells: { competency: string; difficulty: Difficulty[]; wanted: number; found: number }[];
};

/** The bank entry of a version. */
export function bankEntry(hash: string, question: QuestionVersion): BankEntry {
  return {
    hash,
    id: question.id,
    kind: question.kind,
    competency: question.competencies[0] ?? "",
    difficulty: question.difficulty,
    section: question.section,
    parts: questionParts(question),
  };
}

/** Draws a paper; `avoid` holds the ids of questions that the learner had in earlier attempts. */
export function drawPaper(
  bank: readonly BankEntry[],
  blueprint: readonly BlueprintCell[],
  seed: string,
  avoid: ReadonlySet<string> = new Set(),
): Result<PaperItem[], Shortfall> {
  const random = randomFrom(seed);
  const places = blueprint.flatMap((cell, at) => Array.from({ length: cell.count }, () => at));
  const byId = [...bank].sort((a, b) => (a.id < b.id ? -1 : 1));
  const taken = new Places(places, blueprint);
  const fresh = shuffle(byId.filter(({ id }) => !avoid.has(id)), random);
  const again = shuffle(byId.filter(({ id }) => avoid.has(id)), random);
  takeBalanced(fresh, taken);
  takeBalanced(again, taken);
  if (!taken.areFull()) return fail(shortfall(blueprint, taken));

  const chosen = shuffle(taken.entries(), random);
  const isOpen = ({ kind }: BankEntry) => kind === "short-answer" || kind === "case";
  const inOrder = [...chosen.filter((entry) => !isOpen(entry)), ...chosen.filter(isOpen)];
  return ok(
    inOrder.map((entry, at) => ({
      position: at + 1,
      hash: entry.hash,
      kind: entry.kind,
      order: drawOptionOrder(entry.kind, entry.parts, random),
    })),
  );
}

/** Takes from the section that has the fewest questions so far, in the drawn order within a section and between equals. */
function takeBalanced(candidates: readonly BankEntry[], places: Places): void {
  const sections = new Map<string, Section>();
  candidates.forEach((entry, at) => {
    const section = sections.get(entry.section) ?? { taken: 0, waiting: [], next: 0 };
    section.waiting.push({ entry, at });
    sections.set(entry.section, section);
  });
  for (const { section } of places.entries()) {
    const known = sections.get(section);
    if (known) known.taken += 1;
  }
  while (!places.areFull()) {
    const section = nextSection(sections.values());
    if (section === null) return;
    const first = section.waiting[section.next];
    section.next += 1;
    if (first !== undefined && places.take(first.entry)) section.taken += 1;
  }
}

/** One section's candidates in the drawn order, with their place in all of it. */
type Section = { taken: number; waiting: { entry: BankEntry; at: number }[]; next: number };

function nextSection(sections: Iterable<Section>): Section | null {
  let best: Section | null = null;
  const placeOf = ({ waiting, next }: Section) => waiting[next]?.at ?? Infinity;
  for (const section of sections) {
    if (section.next === section.waiting.length) continue;
    if (best === null || section.taken < best.taken || (section.taken === best.taken && placeOf(section) < placeOf(best))) best = section;
  }
  return best;
}

/** The places of a paper and who holds them. */
class Places {
  private readonly holders: (BankEntry | undefined)[];

  constructor(
    private readonly cellOfPlace: readonly number[],
    private readonly blueprint: readonly BlueprintCell[],
  ) {
    this.holders = cellOfPlace.map(() => undefined);
  }

  areFull(): boolean {
    return this.holders.every((holder) => holder !== undefined);
  }

  entries(): BankEntry[] {
    return this.holders.filter((holder) => holder !== undefined);
  }

  inCell(cell: number): number {
    return this.holders.filter((holder, place) => holder !== undefined && this.cellOfPlace[place] === cell).length;
  }

  /** Gives the entry a place, moving others if that helps; false when it cannot be. */
  take(entry: BankEntry, visited: Set<number> = new Set()): boolean {
    for (let place = 0; place < this.holders.length; place += 1) {
      const cell = this.blueprint[this.cellOfPlace[place] ?? -1];
      if (visited.has(place) || cell === undefined || !fits(entry, cell)) continue;
      visited.add(place);
      const holder = this.holders[place];
      if (holder === undefined || this.take(holder, visited)) {
        this.holders[place] = entry;
        return true;
      }
    }
    return false;
  }
}

function fits(entry: BankEntry, cell: BlueprintCell): boolean {
  return entry.competency === cell.competency && cell.difficulty.includes(entry.difficulty);
}

function shortfall(blueprint: readonly BlueprintCell[], places: Places): Shortfall {
  const cells = blueprint.map(({ competency, difficulty, count }, at) => ({
    competency,
    difficulty: [...difficulty],
    wanted: count,
    found: places.inCell(at),
  }));
  return { code: "shortfall", cells: cells.filter(({ wanted, found }) => found < wanted) };
}
