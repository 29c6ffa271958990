import { z } from "zod";
import { uuidParam, type Guarded } from "~/auth/index.server";
import { inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { parseForm } from "~/platform/forms.server";
import type { Result } from "~/platform/result";
import { ATTENDANCE_STATUSES } from "~/steps/lecture";
import { cancelSession, endSession, inviteLearners, recordAttendance, startSession, unmarkedLearners } from "~/steps/lecture/index.server";
import { writeInvitation } from "./write-invitation.server";

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("start") }),
  z.object({ intent: z.literal("end") }),
  z.object({ intent: z.literal("cancel") }),
  z.object({ intent: z.literal("mark-rest") }),
  z.object({ intent: z.literal("mark"), enrolment: z.uuid(), status: z.enum(ATTENDANCE_STATUSES), reason: z.string().trim().max(500).optional() }),
]);
type Act = z.output<typeof schema>;

/** Carries out one act on a session; answers what is wrong in the reader's words, null when done. */
export async function actOnSession(args: Guarded): Promise<string | null> {
  const t = textsOf(args.context.locale, "lecture");
  const parsed = await parseForm(args.request, schema);
  if (!parsed.ok) return t("error.invalid");
  const result = await inTransaction(args.db, `${parsed.value.intent} lecture session`, (trx) => carryOut(args, trx, parsed.value));
  return result.ok ? null : t(`error.${result.error.code}`);
}

async function carryOut({ params, actor, now, context }: Guarded, trx: Parameters<typeof startSession>[0], act: Act): Promise<Result<unknown, { code: string }>> {
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
    case "mark-rest": {
      const rest = await unmarkedLearners(trx, key);
      return recordAttendance(trx, actor, { ...key, entries: rest.map((enrolmentId) => ({ enrolmentId, status: "present" })) });
    }
    case "mark":
      return recordAttendance(trx, actor, { ...key, entries: [{ enrolmentId: act.enrolment, status: act.status }], reason: act.reason ?? null });
  }
}
