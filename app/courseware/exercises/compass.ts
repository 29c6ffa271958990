/** The plane of personality: task or people, forceful or easygoing. */

export const TYPES = ["task-forceful", "task-easygoing", "people-forceful", "people-easygoing"] as const;
export type PersonType = (typeof TYPES)[number];

export interface CompassPerson {
  id: string;
  name: string;
  scene: string;
  task: boolean;
  forceful: boolean;
  why: string;
}

/** Where a person was put: x from −3 (people) to 3 (task), y from −3 (easygoing) to 3 (forceful). */
export interface Position {
  x: number;
  y: number;
}

export interface CompassAnswer extends Position {
  /** Whether it was judged; null before. */
  right: boolean | null;
}

export type CompassAnswers = Readonly<Record<string, CompassAnswer>>;

const CENTRE: CompassAnswer = { x: 0, y: 0, right: null };
export const REACH = 3;

export function positionOf(answers: CompassAnswers, id: string): CompassAnswer {
  return answers[id] ?? CENTRE;
}

/** The type at a place; null on an axis, where nothing is decided yet. */
export function typeAt({ x, y }: Position): PersonType | null {
  if (x === 0 || y === 0) return null;
  return `${x > 0 ? "task" : "people"}-${y > 0 ? "forceful" : "easygoing"}`;
}

export function typeOf({ task, forceful }: Pick<CompassPerson, "task" | "forceful">): PersonType {
  return `${task ? "task" : "people"}-${forceful ? "forceful" : "easygoing"}`;
}

/** Moves a person, and opens the judgement again. */
export function moveTo(answers: CompassAnswers, id: string, { x, y }: Position): CompassAnswers {
  const clamp = (value: number): number => Math.max(-REACH, Math.min(REACH, Math.round(value)));
  return { ...answers, [id]: { x: clamp(x), y: clamp(y), right: null } };
}

export function judge(answers: CompassAnswers, person: CompassPerson): CompassAnswers {
  const position = positionOf(answers, person.id);
  const type = typeAt(position);
  return type === null ? answers : { ...answers, [person.id]: { ...position, right: type === typeOf(person) } };
}

/** Everyone where they belong. */
export function showAllPeople(people: readonly CompassPerson[]): CompassAnswers {
  return Object.fromEntries(people.map((person) => [person.id, { x: person.task ? 2 : -2, y: person.forceful ? 2 : -2, right: true }]));
}

export function scoreCompass(answers: CompassAnswers, people: readonly CompassPerson[]): { first: number; done: number; total: number } {
  const right = people.filter((person) => positionOf(answers, person.id).right === true).length;
  return { first: right, done: right, total: people.length };
}

export function reviveCompass(kept: unknown, people: readonly CompassPerson[]): CompassAnswers | null {
  if (typeof kept !== "object" || kept === null) return null;
  return Object.fromEntries(
    Object.entries(kept).flatMap(([id, value]): [string, CompassAnswer][] => {
      const { x, y, right } = (value ?? {}) as { x?: unknown; y?: unknown; right?: unknown };
      if (!people.some((person) => person.id === id) || typeof x !== "number" || typeof y !== "number") return [];
      return [[id, { x, y, right: typeof right === "boolean" ? right : null }]];
    }),
  );
}
