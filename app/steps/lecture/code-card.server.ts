import type { Kysely } from "kysely";
import { renderSVG } from "uqr";
import type { DB } from "~/db/schema";
import { currentCode } from "./check-in-code";
import { checkInPath } from "./paths";
import type { SessionKey } from "./rows.server";

/** The code of the moment as the wall shows it. */
export interface CodeCard {
  code: string;
  /** A QR code that leads to the check-in page with this code: the path of its dark modules on a square of `size`. */
  qr: string;
  /** Milliseconds until the next code. */
  validFor: number;
}

/** The code to show now; only for who teaches the cohort. Undefined where it has no such session that one can check in to. */
export async function codeCard(db: Kysely<DB>, { cohortId, sessionId }: SessionKey, { origin, now }: { origin: string; now: Date }): Promise<CodeCard | undefined> {
  const row = await db
    .selectFrom("lecture_session")
    .select("code_secret")
    .where("id", "=", sessionId)
    .where("cohort_id", "=", cohortId)
    .where("state", "in", ["planned", "running"])
    .executeTakeFirst();
  if (!row) return undefined;
  const { code, validUntil } = currentCode(row.code_secret, now);
  const qr = renderSVG(`${origin}${checkInPath(sessionId, code)}`, { ecc: "M", border: 2, whiteColor: "#fff", blackColor: "#000" });
  return { code, qr, validFor: validUntil.getTime() - now.getTime() };
}
