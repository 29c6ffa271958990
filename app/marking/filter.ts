/** What of the queue is wanted, as it stands in an address. */
import { isMarkingKind, type MarkingKind } from "./item";

/** mine: in the reader's hand · others: in somebody else's · free: in nobody's. */
export const CLAIM_FILTERS = ["mine", "others", "free"] as const;
export type ClaimFilter = (typeof CLAIM_FILTERS)[number];

/** waiting: who is blocked longest first · task: things of one sort together, so that one rubric stays in mind. */
export const QUEUE_ORDERS = ["waiting", "task"] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

export type QueueFilter = {
  kind: MarkingKind | null;
  cohortId: string | null;
  chapterSlug: string | null;
  claim: ClaimFilter | null;
  /** Only what should have been marked by now. */
  late: boolean;
  order: QueueOrder;
};

export const EVERYTHING: QueueFilter = { kind: null, cohortId: null, chapterSlug: null, claim: null, late: false, order: "waiting" };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SLUG = /^[a-z0-9-]{1,64}$/;

/** The filter that an address asks for; what it does not understand is left out. */
export function filterIn(query: URLSearchParams): QueueFilter {
  const kind = query.get("kind");
  const cohort = query.get("cohort") ?? "";
  const chapter = query.get("chapter") ?? "";
  const claim = CLAIM_FILTERS.find((value) => value === query.get("claim"));
  return {
    kind: isMarkingKind(kind) ? kind : null,
    cohortId: UUID.test(cohort) ? cohort : null,
    chapterSlug: SLUG.test(chapter) ? chapter : null,
    claim: claim ?? null,
    late: query.get("late") === "1",
    order: query.get("order") === "task" ? "task" : "waiting",
  };
}

/** The filter as an address carries it; empty when everything is wanted. */
export function filterQuery({ kind, cohortId, chapterSlug, claim, late, order }: QueueFilter): string {
  const entries = { kind, cohort: cohortId, chapter: chapterSlug, claim, late: late ? "1" : null, order: order === "task" ? order : null };
  return new URLSearchParams(Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== null)).toString();
}

/** Whether anything is left out. */
export function isNarrowed(filter: QueueFilter): boolean {
  return filterQuery({ ...filter, order: "waiting" }) !== "";
}
