import { z } from "zod";
import { type FormFailure, parseFormData } from "~/platform/forms.server";
import { ok, type Result } from "~/platform/result";
import type { RolePlayPlan } from "~/steps/role-play/index.server";
import { parseSessionForm } from "../session-form.server";

const schema = z.object({ conversation: z.coerce.number({ error: "number" }).int().min(3, { error: "tooSmall" }).max(30, { error: "tooBig" }).optional() });

/** A role-play session from its posted form; without minutes each scenario's own are taken. */
export function parsePlanForm(form: FormData, timeZone: string): Result<RolePlayPlan, { code: "invalid-form"; failure: FormFailure }> {
  const session = parseSessionForm(form, timeZone);
  if (!session.ok) return session;
  const own = parseFormData(form, schema);
  if (!own.ok) return own;
  return ok({ ...session.value, conversationMinutes: own.value.conversation ?? null });
}
