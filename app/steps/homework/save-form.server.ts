import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { type BeginError, beginHomework } from "./begin-homework.server";
import type { HomeworkOf } from "./rows.server";
import { saveTexts, type TextOp } from "./save-texts.server";

/** Another device wrote meanwhile: both versions, by position. */
export type TextConflict = { position: number; mine: string; theirs: string; revision: number };
export type SaveFormError = BeginError | { code: "conflict"; conflicts: TextConflict[] };

/**
 * Saves what a plain form holds (`text.<position>` over `base.<position>`, with a `nonce`), by the same compare-and-swap as
 * the browser's log. Parts that say what they said are passed over; an empty field on a page that is out of date takes no words away.
 */
export async function saveForm(trx: Transaction<DB>, actor: { id: string }, input: HomeworkOf & { form: FormData; now: Date }): Promise<Result<undefined, SaveFormError>> {
  const { form, ...key } = input;
  const begun = await beginHomework(trx, actor, key);
  if (!begun.ok) return begun;
  const held = await trx.selectFrom("homework_text").select(["position", "value", "revision"]).where("homework_id", "=", begun.value.id).execute();
  const ops = begun.value.assignment.parts.flatMap((part, at): TextOp[] => {
    const typed = form.get(`text.${at + 1}`);
    if (part.kind !== "text" || typeof typed !== "string") return [];
    const value = typed.replaceAll("\r\n", "\n").replaceAll("\0", "").slice(0, 8000);
    const now = held.find(({ position }) => position === at + 1);
    const baseRevision = Number(form.get(`base.${at + 1}`) ?? 0) || 0;
    if (value === (now?.value ?? "") || (value === "" && baseRevision !== (now?.revision ?? 0))) return [];
    return [{ opId: opIdOf([form.get("nonce"), begun.value.id, at + 1, baseRevision, value]), position: at + 1, baseRevision, value }];
  });
  const saved = await saveTexts(trx, actor, { ...key, ops });
  if (!saved.ok) return saved.error.code === "not-a-text" ? ok() : fail(saved.error);
  const conflicts = saved.value.receipts.flatMap((receipt, at): TextConflict[] => {
    const op = ops[at];
    return receipt.outcome === "conflict" && op ? [{ position: op.position, mine: op.value ?? "", theirs: receipt.server?.value ?? "", revision: receipt.revision }] : [];
  });
  return conflicts.length > 0 ? fail({ code: "conflict", conflicts }) : ok();
}

/** The same page sent twice is one operation; the same page with other words is another. */
function opIdOf(content: unknown): string {
  const hex = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
