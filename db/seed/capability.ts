import type { Transaction } from "kysely";
import { competenciesOf, type SelfLevel } from "~/capability";
import { ageEstimates, learnPriors, rateSelf, type SelfRatings } from "~/capability/index.server";
import type { DB } from "~/db/schema";
import { randomFrom } from "~/platform/random";
import { learnDifficulties } from "~/steps/quiz/index.server";
import { dayOf } from "./story";

/** Who has rated themselves, and how: most see themselves about where they are, two a good deal higher, one lower. */
const RATERS: readonly { key: string; bias: -1 | 0 | 2 }[] = [
  { key: "chen-wanting", bias: 0 },
  { key: "huang-zijian", bias: 2 },
  { key: "deng-kaiwen", bias: -1 },
  { key: "ou-jingxing", bias: 2 },
  { key: "wei-chunyan", bias: 0 },
  { key: "ye-weiming", bias: 0 },
];

/** People's word on themselves; then, as every night, how hard questions are, what is expected of whom, and ages as of today. */
export async function seedCapability(trx: Transaction<DB>, personOf: (key: string) => string, today: Date): Promise<void> {
  for (const { key, bias } of RATERS) await rateSelf(trx, { id: personOf(key) }, { ratings: ratingsOf(key, bias), now: dayOf(today, -12, 3) });
  await learnDifficulties(trx, today);
  await learnPriors(trx, today);
  while ((await ageEstimates(trx, { before: today, now: today })) > 0);
}

function ratingsOf(key: string, bias: number): SelfRatings {
  const random = randomFrom(`${key} on themselves`);
  const level = () => Math.min(5, Math.max(1, 3 + bias + (random() < 0.3 ? 1 : 0))) as SelfLevel;
  return Object.fromEntries([...competenciesOf("step").slice(0, 4), ...competenciesOf("skill")].map((competency) => [competency, level()]));
}
