import type { Transaction } from "kysely";
import { z } from "zod";
import { type Guarded, uuidParam } from "~/auth/index.server";
import { type DB, inTransaction } from "~/db/index.server";
import { zonedInstant } from "~/i18n/dates";
import { textsOf } from "~/i18n/i18n.server";
import { parseForm } from "~/platform/forms.server";
import { fail, ok, type Result } from "~/platform/result";
import { addCandidates, addExaminer, askCandidates, askEverybody, askExaminers, cancelDay, closeDay, findDay, proposeSchedule, publishDay, recordNoShow, removeCandidate, rescheduleDay, slotOf } from "~/steps/defense/index.server";
import { postFrom } from "./write-letter.server";

const reason = z.string().trim().max(500).default("");
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("propose") }),
  z.object({ intent: z.literal("publish") }),
  z.object({ intent: z.literal("close") }),
  z.object({ intent: z.literal("ask") }),
  z.object({ intent: z.literal("cancel"), reason }),
  z.object({ intent: z.literal("reschedule"), reason, starts: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/) }),
  z.object({ intent: z.literal("add-examiner"), person: z.uuid() }),
  z.object({ intent: z.literal("add-candidates"), learners: z.array(z.uuid()).max(500).default([]) }),
  z.object({ intent: z.literal("remove-candidate"), enrolment: z.uuid() }),
  z.object({ intent: z.literal("no-show"), slot: z.uuid() }),
]);
type Act = z.output<typeof schema>;

/** A key of `defense-days` with its numbers: what there is to say once it is done. */
interface Done {
  key: string;
  values?: Record<string, number>;
}

/** What an act came to, in the reader's words. */
export interface Answer {
  id: string;
  tone: "ok" | "danger";
  text: string;
}

/** Carries out one act on a day; answers what happened, or what is wrong. */
export async function actOnDay(args: Guarded): Promise<Answer> {
  const t = textsOf(args.context.locale, "defense-days");
  const parsed = await parseForm(args.request, schema);
  const id = args.now.toISOString();
  if (!parsed.ok) return { id, tone: "danger", text: t("error.invalid") };
  const result = await inTransaction(args.db, `${parsed.value.intent} on defense day`, (trx) => carryOut(args, trx, parsed.value));
  return result.ok ? { id, tone: "ok", text: t(result.value.key, result.value.values) } : { id, tone: "danger", text: t(`error.${result.error.code}`) };
}

async function carryOut({ params, actor, now, context }: Guarded, trx: Transaction<DB>, act: Act): Promise<Result<Done, { code: string }>> {
  const key = { cohortId: uuidParam(params, "cohort"), dayId: uuidParam(params, "day"), now };
  const post = postFrom(context);
  switch (act.intent) {
    case "propose":
      return said(await proposeSchedule(trx, key), "day.proposed");
    case "publish":
      return said(await publishDay(trx, actor, key, post), "day.published");
    case "close":
      return said(await closeDay(trx, actor, key), "day.done");
    case "ask": {
      const count = await askEverybody(trx, key, post);
      return ok({ key: "day.askedAgain", values: { count } });
    }
    case "cancel":
      return said(await cancelDay(trx, actor, { ...key, reason: act.reason }, post), "day.done");
    case "reschedule": {
      const day = await findDay(trx, key);
      if (!day) return fail({ code: "unknown-day" });
      const startsAt = zonedInstant(act.starts.slice(0, 10), act.starts.slice(11, 16), day.timeZone);
      return Number.isNaN(startsAt.getTime()) ? fail({ code: "invalid" }) : said(await rescheduleDay(trx, actor, { ...key, startsAt, reason: act.reason }, post), "day.rescheduled");
    }
    case "add-examiner": {
      const added = await addExaminer(trx, { ...key, personId: act.person });
      if (added.ok) await askExaminers(trx, { ...key, personIds: [act.person] }, post);
      return said(added, "day.done");
    }
    case "add-candidates": {
      const added = await addCandidates(trx, { ...key, enrolmentIds: act.learners });
      if (added.ok) await askCandidates(trx, { ...key, enrolmentIds: act.learners }, post);
      return said(added, "day.done");
    }
    case "remove-candidate":
      return said(await removeCandidate(trx, { ...key, enrolmentId: act.enrolment }), "day.done");
    case "no-show": {
      const slot = await slotOf(trx, act.slot);
      return slot?.dayId === key.dayId && (await findDay(trx, key)) ? said(await recordNoShow(trx, { slotId: act.slot, now }), "day.done") : fail({ code: "unknown-slot" });
    }
  }
}

/** The numbers of a result, for its words. */
function said(result: Result<unknown, { code: string }>, key: string): Result<Done, { code: string }> {
  return result.ok ? ok({ key, values: (result.value ?? {}) as Record<string, number> }) : result;
}
