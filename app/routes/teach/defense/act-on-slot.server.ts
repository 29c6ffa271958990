import type { Transaction } from "kysely";
import { z } from "zod";
import { type Guarded, uuidParam } from "~/auth/index.server";
import { type DB, inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { type FormFailure, parseFormData } from "~/platform/forms.server";
import { fail, type Result } from "~/platform/result";
import type { NamedConflict } from "~/steps/defense";
import { type Concerned, findDay, loadDay, moveSlot, newSlotAfterFail, replaceExaminer, setCandidateTimes, setChair, tellConcerned } from "~/steps/defense/index.server";
import { parseHours } from "./hours-form.server";
import { postFrom } from "./write-letter.server";

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("move"), startsAt: z.iso.datetime(), place: z.uuid(), panel: z.enum(["keep", "find"]), swap: z.string().optional() }),
  z.object({ intent: z.literal("find") }),
  z.object({ intent: z.literal("replace"), leaving: z.uuid(), joining: z.uuid(), reason: z.string().trim().max(500).default("") }),
  z.object({ intent: z.literal("chair"), chair: z.uuid() }),
]);
type Act = z.output<typeof schema>;

export interface SlotAnswer {
  id: string;
  tone: "ok" | "danger";
  text: string;
  /** What would be broken, where that is why it was refused. */
  conflicts: NamedConflict[];
  failure: FormFailure | null;
}

type Outcome = Result<Concerned | undefined, { code: string; conflicts?: NamedConflict[] }>;

/** Carries out one act on a candidate's slot; tells whom it concerns. */
export async function actOnSlot(args: Guarded): Promise<SlotAnswer> {
  const { db, params, context, now } = args;
  const t = textsOf(context.locale, "defense-days");
  const day = await findDay(db, { cohortId: uuidParam(params, "cohort"), dayId: uuidParam(params, "day") });
  if (!day) throw notFound();
  const answer = (tone: "ok" | "danger", text: string, more: Partial<SlotAnswer> = {}): SlotAnswer => ({ id: now.toISOString(), tone, text, conflicts: [], failure: null, ...more });
  const form = await args.request.formData();
  let outcome: Outcome;
  if (form.get("intent") === "hours") {
    const hours = parseHours(form, day, day.timeZone);
    if (!hours.ok) return answer("danger", t("error.invalid"), { failure: hours.error.failure });
    outcome = await inTransaction(db, "set a candidate's hours", (trx) => setCandidateTimes(trx, { cohortId: day.cohortId, dayId: day.id, enrolmentId: uuidParam(params, "enrolment"), free: hours.value, now }));
  } else {
    const parsed = parseFormData(form, schema);
    if (!parsed.ok) return answer("danger", t("error.invalid"));
    outcome = await inTransaction(db, `${parsed.value.intent} on a defense slot`, (trx) => carryOut(args, trx, parsed.value));
  }
  if (outcome.ok) return answer("ok", t("day.done"));
  return answer("danger", t(`error.${outcome.error.code}`), { conflicts: outcome.error.conflicts ?? [] });
}

async function carryOut({ params, context, now }: Guarded, trx: Transaction<DB>, act: Act): Promise<Outcome> {
  const key = { cohortId: uuidParam(params, "cohort"), dayId: uuidParam(params, "day"), now };
  const enrolmentId = uuidParam(params, "enrolment");
  const tell = async (result: Outcome): Promise<Outcome> => {
    if (result.ok && result.value) await tellConcerned(trx, { ...key, concerned: result.value, occasion: "changed", reason: null }, postFrom(context));
    return result;
  };
  if (act.intent === "find") return tell(await newSlotAfterFail(trx, { ...key, enrolmentId }));
  if (act.intent === "move") return tell(await moveSlot(trx, { ...key, enrolmentId, startsAt: new Date(act.startsAt), placeId: act.place, panel: act.panel, swap: act.swap !== undefined }));
  const slotId = await slotFor(trx, key, enrolmentId);
  if (slotId === undefined) return fail({ code: "unknown-slot" });
  if (act.intent === "chair") return tell(await setChair(trx, { ...key, slotId, chair: act.chair }));
  return tell(await replaceExaminer(trx, { ...key, slotId, leaving: act.leaving, joining: act.joining, reason: act.reason || textsOf(context.locale, "defense-days")("mail.noReason") }));
}

async function slotFor(trx: Transaction<DB>, key: { cohortId: string; dayId: string }, enrolmentId: string): Promise<string | undefined> {
  const day = await findDay(trx, key);
  return day && (await loadDay(trx, day)).slots.find((slot) => slot.enrolmentId === enrolmentId && slot.state !== "cancelled")?.id;
}
