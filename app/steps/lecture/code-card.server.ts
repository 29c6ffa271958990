import type { Kysely } from "kysely";
import { encode } from "uqr";
import type { DB } from "~/db/schema";
import { currentCode } from "./check-in-code";
import { checkInPath } from "./paths";
import type { SessionKey } from "./rows.server";

/** The code of the moment as the wall shows it. */
export interface CodeCard {
  code: string;
  /** A QR code that leads to the check-in page with this code: the path of its dark modules on a square of `size`. */
  qr: { path: string; size: number };
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
  return { code, qr: qrCode(`${origin}${checkInPath(sessionId, code)}`), validFor: validUntil.getTime() - now.getTime() };
}

function qrCode(text: string): CodeCard["qr"] {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const path = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join("")).join("");
  return { path, size };
}
