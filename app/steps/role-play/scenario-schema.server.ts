/** The zod schema of a scenario's file, strict, with the rules that hold between fields. */
import { z } from "zod";
import { type Mark, RELATIONSHIP_STAGES, RELEASES, type Scenario } from "./scenario";

const text = z.string().trim().min(1, "must not be empty");
const bilingual = z.strictObject({ zh: text, en: text });
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/u, "must be lower-case letters, digits and hyphens, such as plant-manager");

const action = z.strictObject({ id, text: bilingual });
const behaviour = z.strictObject({
  id,
  action: id,
  competencies: z.array(id).min(1, "name at least one competency"),
  text: bilingual,
  anchors: z.strictObject({ "shown": bilingual, "partly": bilingual, "not-shown": bilingual } satisfies Record<Mark, typeof bilingual>),
});
const hidden = z.strictObject({
  type: z.strictObject({ task: z.boolean(), forceful: z.boolean() }),
  persona: bilingual,
  acting: z.array(bilingual).min(2, "say in at least two points how to play it"),
  opening: bilingual,
  facts: z.array(z.strictObject({ id, text: bilingual, release: z.enum(RELEASES, { error: `must be one of ${RELEASES.join(", ")}` }), when: bilingual })).min(3, "needs at least three facts to find out"),
  objections: z.array(z.strictObject({ id, says: bilingual, eased: bilingual, otherwise: bilingual })).min(2, "needs at least two rungs"),
  agrees: bilingual,
  refuses: bilingual,
});

/** One file of role-play/. */
export const scenarioSchema: z.ZodType<Scenario> = z
  .strictObject({
    id,
    title: bilingual,
    minutes: z.int().min(3).max(20),
    stage: z.enum(RELATIONSHIP_STAGES, { error: `must be one of ${RELATIONSHIP_STAGES.join(", ")}` }),
    section: id,
    customer: z.strictObject({ name: bilingual, title: bilingual }),
    scene: bilingual,
    salesperson: z.strictObject({ who: bilingual, goal: bilingual, knows: z.array(bilingual).min(2, "name at least two things") }),
    actions: z.array(action).min(2, "needs at least two key actions"),
    checklist: z.array(behaviour).min(5, "needs at least five behaviours").max(10, "more than ten cannot be watched at once"),
    hidden,
  })
  .superRefine((scenario, context) => {
    unique(scenario.actions, ["actions"], context);
    unique(scenario.checklist, ["checklist"], context);
    unique(scenario.hidden.facts, ["hidden", "facts"], context);
    unique(scenario.hidden.objections, ["hidden", "objections"], context);
    const actions = new Set(scenario.actions.map((one) => one.id));
    const used = new Set(scenario.checklist.map((one) => one.action));
    scenario.checklist.forEach((one, at) => {
      if (!actions.has(one.action)) context.addIssue({ code: "custom", path: ["checklist", at, "action"], message: `"${one.action}" is no key action of this scenario — must be one of ${[...actions].join(", ")}` });
    });
    scenario.actions.forEach((one, at) => {
      if (!used.has(one.id)) context.addIssue({ code: "custom", path: ["actions", at, "id"], message: `nothing on the checklist shows "${one.id}" — add a behaviour or remove the action` });
    });
  });

function unique(list: readonly { id: string }[], path: (string | number)[], context: z.core.$RefinementCtx): void {
  const seen = new Set<string>();
  list.forEach((item, at) => {
    if (seen.has(item.id)) context.addIssue({ code: "custom", path: [...path, at, "id"], message: `"${item.id}" is there twice — ids must differ` });
    seen.add(item.id);
  });
}
