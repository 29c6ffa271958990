import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { type ShownRubric, showRubric } from "~/marking";
import { rubricByHash } from "~/marking/index.server";
import { againFrom, type Anchor, compareWithConsensus } from "./anchor";

/** The case as everybody may read it. Consensus and lesson are not in it. */
export interface ShownAnchor {
  key: string;
  title: string;
  candidate: string;
  exhibits: { title: string; items: { term: string; text: string }[] }[];
  transcript: { who: "candidate" | "examiner"; text: string }[];
}

export type AnchorPage =
  | { mode: "blind"; anchor: ShownAnchor; hash: string; rubric: ShownRubric; round: number }
  | {
      mode: "compared";
      anchor: ShownAnchor;
      round: number;
      ratedAt: Date;
      remark: string | null;
      /** By criterion: the texts of both levels, and why the panel chose theirs. */
      rows: { criterion: string; title: string; given: { level: number; text: string }; agreed: { level: number; text: string }; reason: string }[];
      exact: number;
      within: number;
      shift: number;
      lesson: string;
      /** It can be scored again from then on; null when it has been retired. */
      againFrom: Date | null;
    };

/**
 * One anchor for one examiner. Before they have scored it: the case and the rubric, nothing more; what the panel agreed on
 * leaves the server only afterwards. `again` asks for the case once more, which is given from `againFrom` on.
 */
export async function anchorPage(db: Kysely<DB>, personId: string, input: { key: string; again: boolean; locale: Locale; now: Date }): Promise<AnchorPage | null> {
  const last = await db
    .selectFrom("anchor_rating as r")
    .innerJoin("anchor_version as v", "v.hash", "r.anchor_hash")
    .select(["r.id", "r.round", "r.rated_at", "r.remark", "v.body", "v.rubric_hash"])
    .where("r.person_id", "=", personId)
    .where("r.anchor_key", "=", input.key)
    .orderBy("r.round", "desc")
    .limit(1)
    .executeTakeFirst();
  const current = await db.selectFrom("anchor as a").innerJoin("anchor_version as v", "v.hash", "a.current_hash").select(["v.hash", "v.body", "v.rubric_hash"]).where("a.key", "=", input.key).where("a.retired_at", "is", null).executeTakeFirst();
  const mayScore = last === undefined || (input.again && againFrom(last.rated_at) <= input.now);
  if (mayScore) {
    if (current === undefined) return null;
    const rubric = await rubricByHash(db, current.rubric_hash);
    return rubric === null ? null : { mode: "blind", anchor: shown(input.key, current.body as unknown as Anchor, input.locale), hash: current.hash, rubric: showRubric(rubric, input.locale), round: (last?.round ?? 0) + 1 };
  }
  const scores = await db.selectFrom("anchor_score").select(["criterion_id", "points"]).where("rating_id", "=", last.id).execute();
  const rubric = await rubricByHash(db, last.rubric_hash);
  const anchor = last.body as unknown as Anchor;
  const comparison = rubric && compareWithConsensus(rubric, anchor.consensus, Object.fromEntries(scores.map(({ criterion_id, points }) => [criterion_id, points])));
  if (!comparison) return null;
  const { rows, ...figures } = comparison;
  return {
    mode: "compared",
    anchor: shown(input.key, anchor, input.locale),
    round: last.round,
    ratedAt: last.rated_at,
    remark: last.remark,
    rows: rows.map(({ criterion, given, agreed }) => {
      const { title, levels } = rubric.criteria.find(({ id }) => id === criterion)!;
      const level = (at: number): { level: number; text: string } => ({ level: at, text: pick(levels[at]!.text, input.locale) });
      return { criterion, title: pick(title, input.locale), given: level(given), agreed: level(agreed), reason: pick(anchor.consensus.find((entry) => entry.criterion === criterion)!.reason, input.locale) };
    }),
    ...figures,
    lesson: pick(anchor.lesson, input.locale),
    againFrom: current === undefined ? null : againFrom(last.rated_at),
  };
}

/** Copies what may be read, field by field, so that a new field of the content stays inside until somebody decides. */
function shown(key: string, { title, candidate, exhibits, transcript }: Anchor, locale: Locale): ShownAnchor {
  return {
    key,
    title: pick(title, locale),
    candidate: pick(candidate, locale),
    exhibits: exhibits.map((exhibit) => ({ title: pick(exhibit.title, locale), items: exhibit.items.map(({ term, text }) => ({ term: pick(term, locale), text: pick(text, locale) })) })),
    transcript: transcript.map(({ who, text }) => ({ who, text: pick(text, locale) })),
  };
}
