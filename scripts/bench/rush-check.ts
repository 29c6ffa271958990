import { isDeepStrictEqual } from "node:util";
import type { Sql } from "postgres";
import type { Acknowledged } from "./rush-learner";

/** Compares what the server said it has with what the database holds: as an answer, and as what was scored. */
export async function countLost(sql: Sql, acknowledged: readonly Acknowledged[]): Promise<{ lost: number; notHandedIn: number }> {
  const attempts = [...new Set(acknowledged.map(({ attemptId }) => attemptId))];
  const rows = await sql<{ attempt_id: string; position: number; value: unknown; answered: boolean | null }[]>`
    select r.attempt_id, r.position, r.value, (select bool_or(m.answered) from quiz_mark m where m.attempt_id = r.attempt_id and m.position = r.position) as answered
    from quiz_response r where r.attempt_id = any(${attempts}::uuid[])`;
  const held = new Map(rows.map((row) => [`${row.attempt_id} ${row.position}`, row]));
  const lost = acknowledged.filter(({ attemptId, position, value }) => {
    const row = held.get(`${attemptId} ${position}`);
    // Open answers have no mark before somebody reads them; of the others the mark must know that there was an answer.
    return row === undefined || !isDeepStrictEqual(row.value, value) || row.answered === false;
  });
  const [open] = await sql<{ count: number }[]>`select count(*)::int as count from quiz_attempt where id = any(${attempts}::uuid[]) and state = 'open'`;
  return { lost: lost.length, notHandedIn: open?.count ?? 0 };
}
