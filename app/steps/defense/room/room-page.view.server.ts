import type { Kysely } from "kysely";
import { personName } from "~/cohorts";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { Actor } from "~/people";
import type { ShownPrompt, TaskMinutes } from "../task";
import { sightOf } from "./blindness";
import { type Checker, checkersOf } from "./checkers.server";
import type { DefenseState } from "./defense";
import { pinnedChapters } from "./pinned.server";
import { placesOf } from "./places";
import { type RevealedCriterion, revealTo } from "./reveal.server";
import { type DefenseRow, findDefense, viewerOf } from "./rows.server";
import { heldBy } from "./save-sheet.server";
import { latestVerdict } from "./scores.server";
import { type ShownChapter, shownChapters, type ShownHead, shownHead, shownPrompts, type ShownVerdict, shownVerdict } from "./shown.server";

export interface RoomMember {
  personId: string;
  name: string;
  chair: boolean;
  left: boolean;
  /** That they have locked is said, never what. */
  locked: boolean;
  signed: boolean;
}

/** What an examiner has before them. */
export interface RoomPage {
  head: ShownHead;
  state: DefenseState;
  minutes: TaskMinutes;
  times: DefenseRow["times"];
  closedReason: string | null;
  me: RoomMember;
  members: RoomMember[];
  chapters: ShownChapter[];
  prompts: (ShownPrompt & { chapterSlug: string })[];
  /** One's own sheet, place by place. */
  sheet: { position: number; value: string | null; revision: number }[];
  /** From the reveal on. */
  reveal: RevealedCriterion[] | null;
  verdict: ShownVerdict | null;
  /** For the chair, to name in a condition. */
  checkers: { personId: string; name: string; as: Checker["as"] }[];
  /** Why the chair cannot begin yet. */
  notYet: "not-published" | "not-planned" | null;
}

/** The room for somebody on the panel; null for everybody else. */
export async function roomPage(db: Kysely<DB>, actor: Actor, { slotId, locale }: { slotId: string; locale: Locale }): Promise<RoomPage | null> {
  const row = await findDefense(db, slotId);
  const viewer = row && viewerOf(actor, row);
  if (!row || viewer?.kind !== "panel") return null;
  const pinned = await pinnedChapters(db, row);
  const sight = sightOf(row, viewer);
  const members = row.members.map(({ name, nameLatin, ...member }): RoomMember => ({ ...member, name: personName({ name, nameLatin }, locale) }));
  const me = members.find(({ personId }) => personId === actor.id);
  if (me === undefined) return null;
  const [chapters, held, reveal, verdict] = await Promise.all([
    shownChapters(db, pinned, locale),
    row.id === null ? new Map() : heldBy(db, { defenseId: row.id, examinerId: actor.id }),
    revealTo(db, row, viewer, pinned),
    row.id !== null && row.verdictId !== null && sight.agreed ? latestVerdict(db, row.id) : null,
  ]);
  return {
    head: shownHead(row, locale),
    state: row.state,
    minutes: row.minutes,
    times: row.times,
    closedReason: row.closedReason,
    me,
    members,
    chapters,
    prompts: shownPrompts(pinned, locale),
    sheet: [...placesOf(pinned).keys()].map((position) => ({ position, value: held.get(position)?.value ?? null, revision: held.get(position)?.revision ?? 0 })),
    reveal,
    verdict: verdict && (await shownVerdict(db, verdict, locale)),
    checkers: me.chair && row.state === "reconciling" ? (await checkersOf(db, row)).map(({ personId, as, ...person }) => ({ personId, as, name: personName(person, locale) })) : [],
    notYet: row.state !== "waiting" ? null : row.dayState !== "published" ? "not-published" : row.slotState !== "planned" ? "not-planned" : null,
  };
}
