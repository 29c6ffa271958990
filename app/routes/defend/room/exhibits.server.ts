import type { Guarded } from "~/auth/guard.server";
import { assessedSheet, sheetsOfMember } from "~/sheets/index.server";
import { latestWork } from "~/steps/homework/index.server";
import { rolePlaysOfLearner } from "~/steps/role-play/index.server";

interface Candidate {
  personId: string;
  enrolmentId: string;
  cohortId: string;
  chapters: readonly { slug: string; exhibits: readonly string[] }[];
}

/** What lies on the table: the candidate's sheets that the chapters name, their homework, what they played. The caller has admitted the reader. */
export async function exhibitsOf({ db, context, now }: Guarded, { personId, enrolmentId, cohortId, chapters }: Candidate) {
  const keys = [...new Set(chapters.flatMap(({ exhibits }) => exhibits))];
  const sheets = await Promise.all(keys.map((key) => latestSheet(db, { personId, cohortId, key }, now)));
  const work = await Promise.all(chapters.map(({ slug }) => latestWork(db, { enrolmentId, chapterSlug: slug }, { locale: context.locale, now })));
  const plays = await Promise.all(chapters.map(({ slug }) => rolePlaysOfLearner(db, { cohortId, enrolmentId, chapterSlug: slug, now })));
  return {
    sheets: sheets.flatMap((sheet) => sheet ?? []),
    homework: work.flatMap((one) => one ?? []),
    rolePlays: plays.flatMap((one) => one?.rounds ?? []).map(({ roundId, title, role, state, result, startedAt }) => ({ roundId, title, role, state, result, startedAt })),
  };
}

export type Exhibits = Awaited<ReturnType<typeof exhibitsOf>>;

/** The sheet of a kind that the candidate worked on last. */
async function latestSheet(db: Guarded["db"], of: { personId: string; cohortId: string; key: string }, now: Date) {
  const [latest] = await sheetsOfMember(db, of);
  const read = latest && (await assessedSheet(db, latest.id, now));
  if (!read) return null;
  const { definition, content, evaluation, sheet } = read;
  return { id: latest.id, title: sheet.title, done: latest.done, of: latest.of, changedAt: latest.changedAt, definition, content, evaluation, currency: sheet.currency };
}
