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
  /** Judged wrong so many times. */
  wrong: number;
  /** The answer was given, not found. */
  shown: boolean;
}

export type CompassAnswers = Readonly<Record<string, CompassAnswer>>;

const CENTRE: CompassAnswer = { x: 0, y: 0, right: null, wrong: 0, shown: false };
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
  return { ...answers, [id]: { ...positionOf(answers, id), x: clamp(x), y: clamp(y), right: null } };
}

export function judge(answers: CompassAnswers, person: CompassPerson): CompassAnswers {
  const position = positionOf(answers, person.id);
  const type = typeAt(position);
  if (type === null) return answers;
  const right = type === typeOf(person);
  return { ...answers, [person.id]: { ...position, right, wrong: position.wrong + (right ? 0 : 1) } };
}

/** Everyone where they belong, those of one type below one another; who was not found before counts as shown. */
export function showAllPeople(answers: CompassAnswers, people: readonly CompassPerson[]): CompassAnswers {
  return Object.fromEntries(
    people.map((person, at) => {
      const before = positionOf(answers, person.id);
      if (before.right === true) return [person.id, before];
      const above = people.slice(0, at).filter((other) => typeOf(other) === typeOf(person)).length;
      const y = 1 + (above % REACH);
      return [person.id, { ...before, x: person.task ? 2 : -2, y: person.forceful ? y : -y, right: true, shown: true }];
    }),
  );
}

export function scoreCompass(answers: CompassAnswers, people: readonly CompassPerson[]): { first: number; done: number; total: number } {
  const done = people.map((person) => positionOf(answers, person.id)).filter((answer) => answer.right === true);
  return { first: done.filter((answer) => answer.wrong === 0 && !answer.shown).length, done: done.length, total: people.length };
}

export function reviveCompass(kept: unknown, people: readonly CompassPerson[]): CompassAnswers | null {
  if (typeof kept !== "object" || kept === null) return null;
  return Object.fromEntries(
    Object.entries(kept).flatMap(([id, value]): [string, CompassAnswer][] => {
      const { x, y, right, wrong, shown } = (value ?? {}) as Record<string, unknown>;
      if (!people.some((person) => person.id === id) || typeof x !== "number" || typeof y !== "number") return [];
      return [[id, { x, y, right: typeof right === "boolean" ? right : null, wrong: typeof wrong === "number" ? wrong : 0, shown: shown === true }]];
    }),
  );
}
