/** A scenario's parts in one reader's language, as pages show them. Each part is made only for whom it may be shown to. */
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { Mark, OpenScenario, Release, RelationshipStage, Scenario } from "./scenario";

export interface ShownScenario {
  id: string;
  title: string;
  stage: RelationshipStage;
  section: string;
  customer: { name: string; title: string };
  scene: string;
  actions: { id: string; text: string }[];
}

export interface ShownSalesBrief {
  who: string;
  goal: string;
  knows: string[];
}

export interface ShownBehaviour {
  id: string;
  action: string;
  text: string;
  anchors: Record<Mark, string>;
}

export interface ShownHiddenBrief {
  type: { task: boolean; forceful: boolean };
  persona: string;
  acting: string[];
  opening: string;
  facts: { id: string; text: string; release: Release; when: string }[];
  objections: { id: string; says: string; eased: string; otherwise: string }[];
  agrees: string;
  refuses: string;
}

export function showScenario({ id, title, stage, section, customer, scene, actions }: OpenScenario, locale: Locale): ShownScenario {
  const text = reader(locale);
  return { id, title: text(title), stage, section, customer: { name: text(customer.name), title: text(customer.title) }, scene: text(scene), actions: actions.map((action) => ({ id: action.id, text: text(action.text) })) };
}

export function showSalesBrief({ salesperson: { who, goal, knows } }: Scenario, locale: Locale): ShownSalesBrief {
  const text = reader(locale);
  return { who: text(who), goal: text(goal), knows: knows.map(text) };
}

export function showChecklist({ checklist }: Pick<Scenario, "checklist">, locale: Locale): ShownBehaviour[] {
  const text = reader(locale);
  return checklist.map(({ id, action, text: behaviour, anchors }) => ({ id, action, text: text(behaviour), anchors: { "shown": text(anchors.shown), "partly": text(anchors.partly), "not-shown": text(anchors["not-shown"]) } }));
}

export function showHiddenBrief({ hidden }: Scenario, locale: Locale): ShownHiddenBrief {
  const text = reader(locale);
  return {
    type: hidden.type,
    persona: text(hidden.persona),
    acting: hidden.acting.map(text),
    opening: text(hidden.opening),
    facts: hidden.facts.map((fact) => ({ id: fact.id, text: text(fact.text), release: fact.release, when: text(fact.when) })),
    objections: hidden.objections.map((one) => ({ id: one.id, says: text(one.says), eased: text(one.eased), otherwise: text(one.otherwise) })),
    agrees: text(hidden.agrees),
    refuses: text(hidden.refuses),
  };
}

const reader =
  (locale: Locale) =>
  (text: Parameters<typeof pick>[0]): string =>
    pick(text, locale);
