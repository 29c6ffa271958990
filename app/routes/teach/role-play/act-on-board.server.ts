import type { Transaction } from "kysely";
import { z } from "zod";
import { type Guarded, uuidParam } from "~/auth/index.server";
import { type DB, inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { parseForm } from "~/platform/forms.server";
import type { Result } from "~/platform/result";
import { cancelSession, endSession, finishRound, formTriads, inviteLearners, planSecondTries, repairTriads, setPresence, startRounds, startSession, stopRounds, voidRound } from "~/steps/role-play/index.server";
import { writeInvitation } from "./write-invitation.server";

const group = { group: z.uuid().optional() };
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("start") }),
  z.object({ intent: z.literal("end") }),
  z.object({ intent: z.literal("cancel") }),
  z.object({ intent: z.literal("form") }),
  z.object({ intent: z.literal("repair") }),
  z.object({ intent: z.literal("presence"), people: z.array(z.uuid()).max(500).default([]), here: z.array(z.uuid()).max(500).default([]) }),
  z.object({ intent: z.literal("start-rounds"), ...group }),
  z.object({ intent: z.literal("stop-rounds"), ...group }),
  z.object({ intent: z.literal("second-tries"), learner: z.uuid().optional() }),
  z.object({ intent: z.literal("finish-round"), round: z.uuid() }),
  z.object({ intent: z.literal("void-round"), round: z.uuid(), reason: z.string().trim().max(500).default("") }),
]);
type Act = z.output<typeof schema>;

/** Carries out one act on the board; answers what is wrong in the reader's words, null when done. */
export async function actOnBoard(args: Guarded): Promise<string | null> {
  const t = textsOf(args.context.locale, "role-play");
  const parsed = await parseForm(args.request, schema);
  if (!parsed.ok) return t("error.invalid");
  const result = await inTransaction(args.db, `${parsed.value.intent} in role-play`, (trx) => carryOut(args, trx, parsed.value));
  return result.ok ? null : t(`error.${result.error.code}`);
}

async function carryOut({ params, actor, now, context }: Guarded, trx: Transaction<DB>, act: Act): Promise<Result<unknown, { code: string }>> {
  const key = { cohortId: uuidParam(params, "cohort"), sessionId: uuidParam(params, "session"), now };
  switch (act.intent) {
    case "start":
      return startSession(trx, key);
    case "end":
      return endSession(trx, actor, key);
    case "cancel": {
      const cancelled = await cancelSession(trx, actor, key);
      if (cancelled.ok) await inviteLearners(trx, key, writeInvitation("cancelled", context.origin), context.log);
      return cancelled;
    }
    case "form":
      return formTriads(trx, key);
    case "repair":
      return repairTriads(trx, key);
    case "presence":
      return setPresence(trx, actor, { ...key, entries: act.people.map((enrolmentId) => ({ enrolmentId, here: act.here.includes(enrolmentId) })) });
    case "start-rounds":
      return startRounds(trx, { ...key, groupId: act.group ?? null });
    case "stop-rounds":
      return stopRounds(trx, { ...key, groupId: act.group ?? null });
    case "second-tries":
      return planSecondTries(trx, { ...key, enrolmentId: act.learner ?? null });
    case "finish-round":
      return finishRound(trx, actor, { ...key, roundId: act.round });
    case "void-round":
      return voidRound(trx, actor, { ...key, roundId: act.round, reason: act.reason });
  }
}
