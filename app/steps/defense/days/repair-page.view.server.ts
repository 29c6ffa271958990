import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { ok, type Result } from "~/platform/result";
import type { DefenseDay } from "./day";
import { type DropOut, planRepair, type RepairError, type RepairPlan } from "./repair-day.server";
import type { DayKey } from "./rows.server";
import type { SlotChange } from "./schedule/difference";
import type { Placement, UnplacedReason } from "./schedule/schedule";
import type { WholeDay } from "./whole-day";

/** A time and a place, to be shown. */
export interface SpotView {
  startsAt: Date;
  place: string;
}

export interface ChangeView {
  kind: SlotChange["kind"];
  enrolmentId: string;
  before: SpotView | null;
  after: SpotView | null;
  joined: string[];
  left: string[];
  /** Who chairs now, where that is somebody else. */
  chair: string | null;
}

export interface RepairPage {
  day: DefenseDay;
  examiners: WholeDay["examiners"];
  candidates: WholeDay["candidates"];
  changes: ChangeView[];
  untouched: number;
  unplaced: { enrolmentId: string; reason: UnplacedReason }[];
  digest: string;
}

/** What a repair would change, with its people by their ids. */
export async function repairPage(db: Kysely<DB>, input: DayKey & { out: DropOut; now: Date }): Promise<Result<RepairPage, RepairError>> {
  const planned = await planRepair(db, input);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const { day, examiners, candidates } = plan.whole;
  return ok({
    day,
    examiners,
    candidates,
    changes: plan.changes.map((change) => viewOf(plan, change)),
    untouched: plan.untouched,
    unplaced: plan.proposal.unplaced.map(({ candidate, reason }) => ({ enrolmentId: plan.numbered.enrolmentIds[candidate]!, reason })),
    digest: plan.digest,
  });
}

function viewOf({ whole, numbered }: RepairPlan, change: SlotChange): ChangeView {
  const people = (seats: readonly number[]): string[] => seats.map((seat) => numbered.examinerIds[seat]!);
  const spot = ({ time, place }: Placement): SpotView => ({ startsAt: new Date(numbered.times[time]!.from), place: whole.places[place]!.name });
  const before = "before" in change ? change.before : null;
  const after = "after" in change ? change.after : null;
  return {
    kind: change.kind,
    enrolmentId: numbered.enrolmentIds[change.candidate]!,
    before: before && spot(before),
    after: after && spot(after),
    joined: "joined" in change ? people(change.joined) : after ? people(after.panel) : [],
    left: "left" in change ? people(change.left) : [],
    chair: after && before?.chair !== after.chair ? numbered.examinerIds[after.chair]! : null,
  };
}
