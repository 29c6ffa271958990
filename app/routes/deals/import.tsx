import { data, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { dealImportPath, IMPORT_KINDS, ImportStart } from "~/deals";
import { startImport } from "~/deals/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { formFailure, parseFormData } from "~/platform/forms.server";

const access = { permission: "deal:work", scope: "any" } as const;
export const handle: RouteHandle = { i18n: ["ui", "deals"], title: (t) => t("deals:import.title") };
const schema = z.object({ kind: z.enum(IMPORT_KINDS, { error: "choose" }), source: z.string({ error: "required" }).trim().min(1, "required").max(40, "tooLong").regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, "invalid") });
const SAID = { "not-a-table": "fileType", "too-large": "fileTooBig", "too-many": "importTooMany", empty: "importEmpty" } as const;

export const loader = guardedLoader(access, async () => Promise.resolve(null));

export const action = guardedAction(access, async ({ request, db, actor, now }) => {
  const form = await request.formData();
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return data(parsed.error.failure, { status: 400 });
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return data(formFailure(form, [], { file: ["required"] }), { status: 400 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const result = await inTransaction(db, "start deal import", (trx) => startImport(trx, actor, { ...parsed.value, fileName: file.name, bytes, now }));
  if (!result.ok) return data(formFailure(form, [], { file: [SAID[result.error.code]] }), { status: 400 });
  throw redirect(dealImportPath(result.value.importId), 303);
});

export default function Import() {
  return <ImportStart failure={useActionData<typeof action>() ?? null} />;
}
