import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { rubricByHash } from "~/marking/index.server";
import { scoreAnchor } from "~/steps/defense/index.server";
import { dayOf } from "./story";

/** One anchor scored: how far from the agreed levels, criterion by criterion in the order of the rubric. */
interface Scored {
  anchor: string;
  inDays: number;
  off: readonly number[];
  remark?: string;
}

/**
 * Who of the demo's examiners scored which anchors before the spring season, and once more after it. The vice president of
 * sales is calibrated and has one case left; the director of research is a little severe; the director of marketing let a
 * fine speech lift everything; the vice president of operations did one; the director of customer service none.
 */
const STORY: Record<string, readonly Scored[]> = {
  "song-huaijin": [
    { anchor: "cold-store", inDays: -93, off: [0, 0, 0, 0, 1, 0], remark: "“不押在一个人身上”拿不准：组长们算不算半个支持者？" },
    { anchor: "business-park", inDays: -92, off: [0, 1, 0, 0, 0, 0] },
    { anchor: "cold-store", inDays: -9, off: [0, 1, 0, 0, 1, 0], remark: "隔了两个多月再看，还是容易被诚实打动。" },
  ],
  "cao-minda": [
    { anchor: "business-park", inDays: -95, off: [0, 0, -1, -1, 0, 0] },
    { anchor: "cold-store", inDays: -95, off: [0, 0, -1, 0, 0, -1] },
    { anchor: "water-works", inDays: -94, off: [0, -1, 0, 0, -1, 0], remark: "第二种支持者只说了“肯再抄一轮”，我觉得还不算分工。" },
  ],
  "yan-shuzhen": [
    { anchor: "water-works", inDays: -91, off: [0, 0, 0, 0, 0, 0] },
    { anchor: "cold-store", inDays: -91, off: [0, 0, 0, 1, 0, -1] },
    { anchor: "business-park", inDays: -90, off: [0, 0, 1, 0, 0, 0] },
    { anchor: "water-works", inDays: -7, off: [0, 0, 1, 0, 0, 0] },
  ],
  "meng-qingyuan": [
    { anchor: "business-park", inDays: -89, off: [1, 2, 1, 0, 1, 2], remark: "讲得真好，三分钟那段可以当教材。" },
    { anchor: "water-works", inDays: -88, off: [-1, 0, 0, -1, 0, -1] },
  ],
  "fang-jinghe": [{ anchor: "water-works", inDays: -86, off: [0, 0, 0, 0, 0, -1] }],
};

/** The demo's examiners calibrate themselves, by the same use case as everybody. */
export async function calibrate(trx: Transaction<DB>, { personOf, today }: { personOf: (key: string) => string; today: Date }): Promise<void> {
  const anchors = new Map(
    (await trx.selectFrom("anchor as a").innerJoin("anchor_version as v", "v.hash", "a.current_hash").select(["a.key", "v.hash", "v.rubric_hash", "v.body"]).where("a.retired_at", "is", null).execute()).map((row) => [row.key, row]),
  );
  for (const [person, scored] of Object.entries(STORY)) {
    for (const [at, { anchor: key, inDays, off, remark = null }] of scored.entries()) {
      const anchor = anchors.get(key);
      const rubric = anchor && (await rubricByHash(trx, anchor.rubric_hash));
      if (!anchor || !rubric) throw new Error(`the demo's examiners score ${key}, which is not published`);
      const { consensus } = anchor.body as { consensus: { criterion: string; points: number }[] };
      const criteria = Object.fromEntries(
        rubric.criteria.map(({ id, levels }, index) => {
          const agreed = levels.findIndex(({ points }) => points === consensus.find(({ criterion }) => criterion === id)?.points);
          return [id, levels[Math.min(levels.length - 1, Math.max(0, agreed + (off[index] ?? 0)))]!.points];
        }),
      );
      const result = await scoreAnchor(trx, { id: personOf(person) }, { anchorKey: key, seenHash: anchor.hash, criteria, remark, now: dayOf(today, inDays, 11, at * 17) });
      if (!result.ok) throw new Error(`the demo's calibration was refused: ${result.error.code}`);
    }
  }
}
