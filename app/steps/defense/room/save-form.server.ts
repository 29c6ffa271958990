import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { openDefense } from "./open-defense.server";
import { pinnedChapters } from "./pinned.server";
import { fits, placesOf } from "./places";
import { heldBy, saveSheet, type SaveSheetError, type SheetOp } from "./save-sheet.server";

/** Another device wrote meanwhile. */
export type SaveFormError = SaveSheetError | { code: "conflict"; positions: number[] };

/**
 * Saves what a plain form holds (`v.<position>` over `base.<position>`), by the same compare-and-swap as the browser's log.
 * Places that say what they said are passed over; an empty field on a page that is out of date takes no words away.
 */
export async function saveForm(trx: Transaction<DB>, actor: { id: string }, { slotId, form, now }: { slotId: string; form: FormData; now: Date }): Promise<Result<undefined, SaveFormError>> {
  const opened = await openDefense(trx, actor, slotId);
  if (!opened.ok) return opened;
  const places = placesOf(await pinnedChapters(trx, opened.value));
  const held = await heldBy(trx, { defenseId: opened.value.id, examinerId: actor.id });
  const ops = [...places].flatMap(([position, place]): SheetOp[] => {
    const sent = form.get(`v.${position}`);
    if (typeof sent !== "string") return [];
    const value = sent.replaceAll("\r\n", "\n").replaceAll("\0", "");
    const baseRevision = Number(form.get(`base.${position}`) ?? 0) || 0;
    const current = held.get(position);
    if (value === (current?.value ?? "") || (value === "" && baseRevision !== (current?.revision ?? 0)) || !fits(place, value)) return [];
    return [{ opId: opIdOf([opened.value.id, actor.id, position, baseRevision, value]), position, baseRevision, value }];
  });
  const saved = await saveSheet(trx, actor, { slotId, ops, now });
  if (!saved.ok) return saved;
  const lost = saved.value.receipts.filter(({ outcome }) => outcome === "conflict").map(({ position }) => position);
  return lost.length > 0 ? fail({ code: "conflict", positions: lost }) : ok();
}

/** The same page sent twice is one operation; the same page with other words is another. */
function opIdOf(content: unknown): string {
  const hex = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
