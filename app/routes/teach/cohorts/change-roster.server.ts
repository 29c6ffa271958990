import { z } from "zod";
import type { Guarded } from "~/auth/index.server";
import { addInstructor, endEnrolment, enrolLearners, type EnrolmentPlan, type EnrolmentRequest, findEmails, linesWithoutEmail, planEnrolment, removeInstructor, setExtraTime } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import { notFound } from "~/platform/errors";
import { type FormFailure, formFailure, parseFormData } from "~/platform/forms.server";
import { followClassGroups } from "~/steps/group-work/index.server";

const intents = ["plan", "enrol", "end", "extra-time", "add-instructor", "remove-instructor"] as const;
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("end"), enrolment: z.uuid(), reason: z.string({ error: "required" }).trim().min(2, { error: "tooShort" }).max(300, { error: "tooLong" }) }),
  z.object({ intent: z.literal("extra-time"), enrolment: z.uuid(), percent: z.coerce.number({ error: "number" }).int().min(0, { error: "tooSmall" }).max(200, { error: "tooBig" }) }),
  z.object({ intent: z.literal("add-instructor"), person: z.uuid({ error: "choose" }) }),
  z.object({ intent: z.literal("remove-instructor"), person: z.uuid() }),
]);

export interface RosterAnswer {
  intent: (typeof intents)[number] | null;
  failure: FormFailure | null;
  done: { id: string; intent: string; count: number } | null;
  plan: (EnrolmentPlan & { /** Lines of what was pasted in which no address was found. */ passedOver: string[] }) | null;
  request: EnrolmentRequest | null;
  /** Whose row the answer is about. */
  enrolmentId: string | null;
}

const MOST_BYTES = 1_000_000;
const MOST_EMAILS = 5000;
/** Characters of a line that are said again. */
const MOST_LINE = 120;

/** Carries out what was posted about a cohort's learners and instructors. */
export async function changeRoster({ db, actor, now, context }: Guarded, cohortId: string, form: FormData): Promise<RosterAnswer> {
  const intent = intents.find((known) => known === form.get("intent")) ?? null;
  const answer: RosterAnswer = { intent, failure: null, done: null, plan: null, request: null, enrolmentId: null };
  const done = (count = 0): RosterAnswer => ({ ...answer, done: { id: context.requestId, intent: intent ?? "", count } });
  if (intent === "plan" || intent === "enrol") {
    const request = await readRequest(form);
    if ("field" in request) return { ...answer, failure: formFailure(form, [], { [request.field]: [request.code] }) };
    if (intent === "plan") return { ...answer, plan: { ...(await planEnrolment(db, cohortId, request.who)), passedOver: request.passedOver }, request: request.who };
    const plan = await inTransaction(db, "enrol learners", (trx) => enrolLearners(trx, actor.id, cohortId, request.who, now));
    return done(plan.enrol.length + plan.returning.length);
  }
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return { ...answer, failure: parsed.error.failure, enrolmentId: typeof form.get("enrolment") === "string" ? String(form.get("enrolment")) : null };
  const input = parsed.value;
  switch (input.intent) {
    case "end":
      // Ending twice changes nothing: somebody else was faster, and the wish is fulfilled.
      await inTransaction(db, "end enrolment", async (trx) => {
        if (await endEnrolment(trx, actor.id, { enrolmentId: input.enrolment, cohortId, reason: input.reason, now })) await followClassGroups(trx, cohortId, now);
      });
      return done();
    case "extra-time":
      if (!(await inTransaction(db, "set extra time", (trx) => setExtraTime(trx, actor.id, { cohortId, enrolmentId: input.enrolment, percent: input.percent })))) throw notFound();
      return done();
    case "add-instructor":
    case "remove-instructor": {
      const change = input.intent === "add-instructor" ? addInstructor : removeInstructor;
      const result = await inTransaction(db, input.intent, (trx) => change(trx, actor.id, { cohortId, personId: input.person, now }));
      return result.ok ? done() : { ...answer, failure: formFailure(form, [result.error.code]) };
    }
  }
}

/** Whom the form names: a team, or the addresses in its text and its file. */
async function readRequest(form: FormData): Promise<{ who: EnrolmentRequest; passedOver: string[] } | { field: string; code: string }> {
  if (form.get("by") === "team") {
    const team = z.uuid().safeParse(form.get("team"));
    return team.success ? { who: { by: "team", teamId: team.data }, passedOver: [] } : { field: "team", code: "choose" };
  }
  const file = form.get("file");
  const inFile = file instanceof File && file.size > 0 ? file : null;
  if (inFile && inFile.size > MOST_BYTES) return { field: "file", code: "fileTooBig" };
  const text = form.get("emails");
  const given = `${typeof text === "string" ? text : ""}\n${inFile ? decode(await inFile.arrayBuffer()) : ""}`;
  const emails = findEmails(given);
  if (emails.length > MOST_EMAILS) return { field: "emails", code: "too-many-emails" };
  return emails.length === 0 ? { field: inFile ? "file" : "emails", code: "no-emails" } : { who: { by: "email", emails }, passedOver: linesWithoutEmail(given).map((line) => line.slice(0, MOST_LINE)).slice(0, MOST_EMAILS) };
}

/** Text as spreadsheets write it. Addresses are ASCII, so of the encodings only UTF-16 makes a difference. */
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
