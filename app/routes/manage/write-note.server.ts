import { z } from "zod";
import type { Guarded } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { type FormFailure, formFailure, parseFormData } from "~/platform/forms.server";
import { MOST_LINES, OBSERVED_LEVELS, OBSERVED_SKILLS } from "~/steps/field-tracking";
import { logCoaching } from "~/steps/field-tracking/index.server";

const text = (most: number) => z.string().trim().min(1).max(most);
const line = z.object({
  competency: z.enum(OBSERVED_SKILLS),
  level: z.coerce.number().pipe(z.literal([...OBSERVED_LEVELS])),
  behaviour: z.string().trim().max(300).default(""),
  reaction: z.string().trim().max(300).default(""),
});
const schema = z.object({
  opId: z.uuid(),
  person: z.uuid(),
  deal: z.uuid().optional(),
  observedOn: z.iso.date(),
  followUpOn: z.iso.date(),
  occasion: text(160),
  ownView: text(400),
  agreed: text(300),
  lines: z.array(line).min(1).max(MOST_LINES),
});

/** Where on the form a refusal belongs. */
const FIELDS: Partial<Record<string, string>> = { "no-lines": "lines[0].behaviour", future: "observedOn", "follow-up-too-early": "followUpOn" };

/** Keeps a coaching note; answers the form's failure, null when it is kept. */
export async function writeNote({ request, db, actor, now, context }: Guarded): Promise<FormFailure | null> {
  const t = textsOf(context.locale, "field");
  const form = await request.formData();
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return parsed.error.failure;
  const { person, deal, lines, ...rest } = parsed.value;
  const filled = lines.filter(({ behaviour, reaction }) => behaviour !== "" || reaction !== "");
  const half = lines.findIndex(({ behaviour, reaction }) => (behaviour === "") !== (reaction === ""));
  if (half !== -1) return formFailure(form, [], { [`lines[${half}].${lines[half]?.behaviour === "" ? "behaviour" : "reaction"}`]: ["required"] });
  const logged = await inTransaction(db, "log coaching", (trx) => logCoaching(trx, actor, { ...rest, personId: person, dealId: deal ?? null, lines: filled, now }));
  if (logged.ok) return null;
  const { code } = logged.error;
  if (code === "not-found") throw notFound();
  const field = FIELDS[code];
  return field === undefined ? formFailure(form, [t(`error.note.${code}`)]) : formFailure(form, [], { [field]: [t(`error.note.${code}`)] });
}
