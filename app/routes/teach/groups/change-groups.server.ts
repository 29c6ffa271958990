import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { z } from "zod";
import type { Guarded } from "~/auth/index.server";
import { FORMING_RULES, type FormingRule, type GroupPurpose } from "~/cohorts";
import { copyGroups, createGroup, dissolveGroup, formCohortGroups, type FormingPlan, type GroupsKey, type MovePlan, moveLearner, planForming, planMove, renameGroup } from "~/cohorts/index.server";
import { type DB, inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { type FormFailure, formFailure, parseFormData } from "~/platform/forms.server";
import type { Result } from "~/platform/result";
import { type WorkOfMove, workOfMove } from "~/steps/group-work/index.server";

const name = z.string({ error: "required" }).trim().min(1, { error: "required" }).max(40, { error: "tooLong" });
const wish = { size: z.coerce.number({ error: "choose" }).int().min(3).max(6), rules: z.array(z.enum(FORMING_RULES)).default([]) };
const place = { enrolment: z.uuid(), from: z.uuid().optional(), to: z.uuid().optional() };
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("plan-forming"), ...wish }),
  z.object({ intent: z.literal("form"), ...wish, seed: z.string().max(60), seen: z.string().max(60) }),
  z.object({ intent: z.literal("create"), name, members: z.array(z.uuid(), { error: "choose" }).min(3, { error: "too-small" }).max(6, { error: "too-large" }) }),
  z.object({ intent: z.literal("rename"), group: z.uuid(), name }),
  z.object({ intent: z.literal("dissolve"), group: z.uuid() }),
  z.object({ intent: z.literal("plan-move"), ...place }),
  z.object({ intent: z.literal("move"), ...place }),
  z.object({ intent: z.literal("copy") }),
]);
type Posted = z.output<typeof schema>;
type Done = Result<unknown, { code: string }>;

export interface GroupsAnswer {
  intent: string | null;
  failure: FormFailure | null;
  /** Which group's form the failure is about. */
  groupId: string | null;
  done: string | null;
  forming: { plan: FormingPlan; wish: { size: number; rules: FormingRule[]; seed: string } } | null;
  move: MovePlan | null;
  /** What the move means for sheets. */
  work: WorkOfMove[];
}

/** Carries out what was posted about a cohort's groups. `follow` lets the rooms that keep work by group follow, in the same transaction. */
export async function changeGroups({ db, actor, now, context }: Guarded, key: GroupsKey, form: FormData, follow: (trx: Transaction<DB>) => Promise<void>): Promise<GroupsAnswer> {
  const parsed = parseFormData(form, schema);
  const groupId = typeof form.get("group") === "string" ? String(form.get("group")) : null;
  const answer: GroupsAnswer = { intent: String(form.get("intent") ?? ""), failure: null, groupId, done: null, forming: null, move: null, work: [] };
  if (!parsed.ok) return { ...answer, failure: parsed.error.failure };
  const input = parsed.value;
  if (input.intent === "plan-forming") {
    const wanted = { size: input.size, rules: input.rules, seed: randomUUID() };
    const plan = await planForming(db, key, wanted);
    return plan.ok ? { ...answer, forming: { plan: plan.value, wish: wanted } } : { ...answer, failure: formFailure(form, [plan.error.code]) };
  }
  if (input.intent === "plan-move") {
    const plan = await planMove(db, { ...key, ...placeOf(input) });
    if (plan.ok) {
      const place = placeOf(input);
      const work = key.purpose === "class" ? await workOfMove(db, { cohortId: key.cohortId, ...place, personId: plan.value.learner.personId }) : [];
      return { ...answer, move: plan.value, work };
    }
    if (plan.error.code === "not-found") throw notFound();
    return { ...answer, failure: formFailure(form, [plan.error.code]) };
  }
  const t = textsOf(context.locale, "groups");
  const result = await inTransaction(db, `${input.intent} groups`, async (trx): Promise<Done> => {
    const done = await carryOut(trx, actor.id, key, input, (number) => t("plan.name", { number }), now);
    if (done.ok) await follow(trx);
    return done;
  });
  if (result.ok) return { ...answer, done: context.requestId };
  if (result.error.code === "not-found" || result.error.code === "unknown-learner") throw notFound();
  return { ...answer, failure: input.intent === "rename" || input.intent === "create" ? formFailure(form, [], { [result.error.code === "name-taken" ? "name" : "members"]: [result.error.code] }) : formFailure(form, [result.error.code]) };
}

function carryOut(trx: Transaction<DB>, actorId: string, key: GroupsKey, input: Exclude<Posted, { intent: "plan-forming" | "plan-move" }>, nameOf: (number: number) => string, now: Date): Promise<Done> {
  switch (input.intent) {
    case "form":
      return formCohortGroups(trx, actorId, { ...key, wish: input, seen: input.seen, nameOf, now });
    case "create":
      return createGroup(trx, actorId, { ...key, name: input.name, enrolmentIds: input.members, now });
    case "rename":
      return renameGroup(trx, actorId, { cohortId: key.cohortId, groupId: input.group, name: input.name });
    case "dissolve":
      return dissolveGroup(trx, actorId, { cohortId: key.cohortId, groupId: input.group, now });
    case "move":
      return moveLearner(trx, actorId, { ...key, ...placeOf(input), now });
    case "copy":
      return copyGroups(trx, actorId, { cohortId: key.cohortId, from: other(key.purpose), to: key.purpose, now });
  }
}

function placeOf(input: { enrolment: string; from?: string | undefined; to?: string | undefined }): { enrolmentId: string; from: string | null; to: string | null } {
  return { enrolmentId: input.enrolment, from: input.from ?? null, to: input.to ?? null };
}

function other(purpose: GroupPurpose): GroupPurpose {
  return purpose === "class" ? "study" : "class";
}
