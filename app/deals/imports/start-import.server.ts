import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import type { Actor } from "~/people";
import { ok, type Result } from "~/platform/result";
import { guessMapping, type ImportKind, type Mapping } from "./fields";
import { readTable, type ReadTableError } from "./read-table.server";

/** Takes a file in to be looked at: nothing of it is in the deals yet. A header that was seen before is mapped as it was then. */
export async function startImport(trx: Transaction<DB>, actor: Actor, { kind, source, fileName, bytes, now }: { kind: ImportKind; source: string; fileName: string; bytes: Uint8Array; now: Date }): Promise<Result<{ importId: string }, ReadTableError>> {
  const read = await readTable(bytes);
  if (!read.ok) return read;
  const { header, lines, encoding } = read.value;
  const remembered = await trx.selectFrom("deal_import_mapping").select("mapping").where("person_id", "=", actor.id).where("kind", "=", kind).where("header_hash", "=", headerHash(header)).executeTakeFirst();
  const mapping = (remembered?.mapping as Mapping | undefined) ?? guessMapping(kind, header);
  const { id } = await trx
    .insertInto("deal_import")
    .values({
      person_id: actor.id,
      kind,
      source,
      file_name: fileName.replaceAll("\0", "").slice(0, 200),
      encoding,
      header,
      lines: lines.map(({ number, cells }) => [String(number), ...cells]),
      mapping: mapping as JsonValue,
      counts: null,
      created_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  // What was looked at and never taken is not kept for ever.
  await trx.deleteFrom("deal_import").where("person_id", "=", actor.id).where("taken_at", "is", null).where("created_at", "<", new Date(now.getTime() - 7 * 86_400_000)).execute();
  return ok({ importId: id });
}

/** By which a file of the same columns is known again. */
export function headerHash(header: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(header)).digest("hex");
}
