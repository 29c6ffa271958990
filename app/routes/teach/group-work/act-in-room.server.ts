import type { Transaction } from "kysely";
import { z } from "zod";
import { type Guarded } from "~/auth/index.server";
import { type DB, inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { type FormFailure, formFailure, parseFormData } from "~/platform/forms.server";
import { ok, type Result } from "~/platform/result";
import { HINT_CHARACTERS, LONGEST_TIMER_MINUTES } from "~/steps/group-work";
import { acceptSheet, type AcceptError, pickTools, type PickToolsError, sendHint, startTimer, takeDown } from "~/steps/group-work/index.server";
import { describeOvertaken } from "./describe-overtaken.server";

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("hint"), body: z.string({ error: "required" }).trim().min(1, { error: "required" }).max(HINT_CHARACTERS, { error: "tooLong" }) }),
  z.object({ intent: z.literal("timer"), minutes: z.coerce.number({ error: "number" }).int().min(1, { error: "tooSmall" }).max(LONGEST_TIMER_MINUTES, { error: "tooBig" }), body: z.string().trim().max(200, { error: "tooLong" }).optional() }),
  z.object({ intent: z.literal("take-down"), broadcast: z.uuid() }),
  z.object({ intent: z.literal("pick-tools"), tools: z.array(z.string().max(80), { error: "choose" }).min(1, { error: "choose" }) }),
  z.object({ intent: z.literal("accept"), sheet: z.uuid(), seen: z.coerce.number().int().min(1) }),
]);
type Act = z.output<typeof schema>;

export interface RoomAnswer {
  intent: string;
  failure: FormFailure | null;
  done: string | null;
}

/** Carries out what the instructor does for all groups, or accepts one sheet in passing. */
export async function actInRoom(args: Guarded, room: { cohortId: string; chapterSlug: string }): Promise<RoomAnswer> {
  const { db, request, context } = args;
  const form = await request.formData();
  const answer: RoomAnswer = { intent: String(form.get("intent") ?? ""), failure: null, done: null };
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return { ...answer, failure: parsed.error.failure };
  const result = await inTransaction(db, `${parsed.value.intent} in group work`, (trx) => carryOut(args, trx, room, parsed.value));
  if (result.ok) return { ...answer, done: context.requestId };
  const { error } = result;
  if (error.code === "not-found" || error.code === "unknown-tool") throw notFound();
  return { ...answer, failure: formFailure(form, [error.code === "overtaken" || error.code === "claimed" ? describeOvertaken(error, context.locale, args.actor.timeZone) : textsOf(context.locale, "group-work")(`error.${error.code}`)]) };
}

async function carryOut({ actor, now }: Guarded, trx: Transaction<DB>, room: { cohortId: string; chapterSlug: string }, act: Act): Promise<Result<unknown, AcceptError | PickToolsError>> {
  switch (act.intent) {
    case "hint":
      await sendHint(trx, actor, { ...room, body: act.body, now });
      return ok();
    case "timer":
      await startTimer(trx, actor, { ...room, minutes: act.minutes, body: act.body ?? null, now });
      return ok();
    case "take-down":
      // Somebody else took it down first: the wish is fulfilled.
      await takeDown(trx, { ...room, broadcastId: act.broadcast, now });
      return ok();
    case "pick-tools":
      return pickTools(trx, actor, { ...room, tools: act.tools, now });
    case "accept":
      return acceptSheet(trx, actor, { cohortId: room.cohortId, groupSheetId: act.sheet, seen: act.seen, now });
  }
}
