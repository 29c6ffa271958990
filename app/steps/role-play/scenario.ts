/** A scenario to play: what everybody knows, what only the customer's player knows, and what the observer looks for. */
import type { Bilingual } from "~/i18n/locale";

/** What must happen before the customer lets a fact go. */
export const RELEASES = ["open-question", "precise-question", "follow-up", "after-giving", "after-summary", "after-promise"] as const;
export type Release = (typeof RELEASES)[number];

/** How well salesperson and customer know each other when the scene begins (the chapter's four stages). */
export const RELATIONSHIP_STAGES = ["acquaintance", "interaction", "personal-relation", "alliance"] as const;
export type RelationshipStage = (typeof RELATIONSHIP_STAGES)[number];

/** How far a behaviour was shown. */
export const MARKS = ["shown", "partly", "not-shown"] as const;
export type Mark = (typeof MARKS)[number];

/** A key selling action of the scene. */
export interface KeyAction {
  id: string;
  text: Bilingual;
}

/** Something that can be seen or heard, with what counts as what. */
export interface Behaviour {
  id: string;
  /** The key action it belongs to. */
  action: string;
  competencies: string[];
  text: Bilingual;
  anchors: Record<Mark, Bilingual>;
}

/** A fact the customer keeps until the right thing was done. */
export interface HiddenFact {
  id: string;
  text: Bilingual;
  release: Release;
  /** What exactly releases it, in words. */
  when: Bilingual;
}

/** One rung of the ladder of objections. */
export interface Objection {
  id: string;
  says: Bilingual;
  /** What takes it away. */
  eased: Bilingual;
  /** What happens otherwise. */
  otherwise: Bilingual;
}

/** What only the customer's player reads until the debrief has come to the customer. */
export interface HiddenBrief {
  /** Personality in the chapter's two dimensions. */
  type: { task: boolean; forceful: boolean };
  persona: Bilingual;
  /** How to play it. */
  acting: Bilingual[];
  opening: Bilingual;
  facts: HiddenFact[];
  objections: Objection[];
  agrees: Bilingual;
  refuses: Bilingual;
}

/** A scenario as its file says it; never sent to anybody as a whole. */
export interface Scenario {
  id: string;
  title: Bilingual;
  /** Of the conversation. */
  minutes: number;
  stage: RelationshipStage;
  /** Where the chapter teaches it. */
  section: string;
  customer: { name: Bilingual; title: Bilingual };
  scene: Bilingual;
  salesperson: { who: Bilingual; goal: Bilingual; knows: Bilingual[] };
  actions: KeyAction[];
  checklist: Behaviour[];
  hidden: HiddenBrief;
}

/** What everybody of the group may know from the beginning. Lists every field by name: a new secret stays one. */
export interface OpenScenario {
  id: string;
  title: Bilingual;
  minutes: number;
  stage: RelationshipStage;
  section: string;
  customer: { name: Bilingual; title: Bilingual };
  scene: Bilingual;
  actions: KeyAction[];
}

export function openScenario({ id, title, minutes, stage, section, customer, scene, actions }: Scenario): OpenScenario {
  return {
    id,
    title,
    minutes,
    stage,
    section,
    customer: { name: customer.name, title: customer.title },
    scene,
    actions: actions.map((action) => ({ id: action.id, text: action.text })),
  };
}

/** Every text that must not reach the salesperson (nor the observer before the debrief), in both languages. */
export function hiddenTexts({ hidden }: Scenario): string[] {
  const texts = [hidden.persona, ...hidden.acting, hidden.opening, hidden.agrees, hidden.refuses, ...hidden.facts.flatMap((fact) => [fact.text, fact.when]), ...hidden.objections.flatMap((one) => [one.says, one.eased, one.otherwise])];
  return texts.flatMap((text) => [text.zh, text.en]);
}

/** Chinese characters, or letters of other scripts, in a row that give a secret away. */
const TELLING = { zh: 10, en: 36 } as const;

/** A run of a hidden text that also stands in what the others read; null where there is none. */
export function sharedRun(scenario: Scenario, secret: Bilingual): string | null {
  const { hidden: _hidden, ...open } = scenario;
  const read = textsIn(open);
  for (const language of ["zh", "en"] as const) {
    const text = secret[language];
    for (let at = 0; at + TELLING[language] <= text.length; at += 1) {
      const run = text.slice(at, at + TELLING[language]);
      if (read.some((other) => other.includes(run))) return run;
    }
  }
  return null;
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
