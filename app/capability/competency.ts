/** What people can be able to do: the sixteen competencies of content/competencies.yaml (a test compares), in three groups. */
export const COMPETENCY_GROUPS = ["step", "skill", "management"] as const;
export type CompetencyGroup = (typeof COMPETENCY_GROUPS)[number];

/** In the order in which they are shown everywhere. */
export const COMPETENCIES = {
  "build-trust": "step",
  "stimulate-needs": "step",
  "prove-value": "step",
  "set-criteria": "step",
  "screen-competitors": "step",
  "close": "step",
  "manage-expectations": "step",
  "collect": "step",
  "communication": "skill",
  "consultative-selling": "skill",
  "decision-maker-visits": "skill",
  "negotiation": "skill",
  "presentation": "skill",
  "leadership": "management",
  "goal-management": "management",
  "coaching": "management",
} as const satisfies Record<string, CompetencyGroup>;

export type Competency = keyof typeof COMPETENCIES;
export const COMPETENCY_IDS = Object.keys(COMPETENCIES) as Competency[];

export function isCompetency(id: string): id is Competency {
  return Object.hasOwn(COMPETENCIES, id);
}

/** The competencies of one group, in their order. */
export function competenciesOf(group: CompetencyGroup): Competency[] {
  return COMPETENCY_IDS.filter((id) => COMPETENCIES[id] === group);
}
