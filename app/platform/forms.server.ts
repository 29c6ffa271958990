import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import { fail, ok, type Result } from "./result";

/** Why a form was not taken, in the one shape that every form shows: messages are i18n keys of `ui:form.*` or plain text. */
export interface FormFailure {
  formErrors: string[];
  fieldErrors: Record<string, string[]>;
  /** What the person typed, to fill the form again. */
  values: Record<string, string | string[]>;
}

type FormParseError = { code: "invalid-form"; failure: FormFailure };

/**
 * Parses a posted form by `schema` (at the edge, on the server only). Empty fields count as absent; `a.b`, `a[0]` make
 * nested values. Passwords and files are never echoed. A NUL character, which PostgreSQL cannot store, is a mistake.
 */
export async function parseForm<S extends z.ZodType>(request: Request, schema: S): Promise<Result<z.output<S>, FormParseError>> {
  return parseFormData(await request.formData(), schema);
}

/** As `parseForm`, for form data that was read already. */
export function parseFormData<S extends z.ZodType>(data: FormData, schema: S): Result<z.output<S>, FormParseError> {
  const unstorable = [...data].filter(([, value]) => typeof value === "string" && value.includes("\0")).map(([name]) => name);
  if (unstorable.length > 0) return fail({ code: "invalid-form", failure: formFailure(data, [], Object.fromEntries(unstorable.map((name) => [name, ["invalid"]]))) });
  const submission = parseWithZod(data, { schema });
  if (submission.status === "success") return ok(submission.value as z.output<S>);
  const { "": formErrors = [], ...fieldErrors } = (submission.error ?? {}) as Record<string, string[] | null>;
  return fail({
    code: "invalid-form",
    failure: { formErrors: formErrors ?? [], fieldErrors: withoutNulls(fieldErrors), values: echo(data) },
  });
}

/** A failure that a use case found, in the shape of a form failure; `fields` names what is wrong where. */
export function formFailure(data: FormData, formErrors: string[], fieldErrors: Record<string, string[]> = {}): FormFailure {
  return { formErrors, fieldErrors, values: echo(data) };
}

function withoutNulls(errors: Record<string, string[] | null>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(errors).filter((entry): entry is [string, string[]] => entry[1] !== null));
}

function echo(data: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    if (/password|token/i.test(name)) continue;
    const texts = data.getAll(name).filter((value) => typeof value === "string").map((value) => value.replaceAll("\0", ""));
    if (texts.length > 0) values[name] = texts.length === 1 ? texts[0]! : texts;
  }
  return values;
}
