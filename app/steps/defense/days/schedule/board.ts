import { covers, examinerCost, type Placement, type Problem, WEIGHTS } from "./schedule";

/** What a change against an earlier schedule costs: far more than comfort, far less than leaving somebody out. */
export const CHANGE_WEIGHTS = { time: 1e5, place: 3e4, touched: 3e3, member: 1e3, chair: 300 } as const;

/**
 * A schedule while it is being looked for. Everything that it holds is sound: `fits` is asked before `put`. Costs are those of
 * `costOf`, plus what differs from `before` where there is one.
 */
export class Board {
  readonly times: number;
  readonly slots: (Placement | null)[];
  readonly #cells: Int16Array;
  readonly #placeAt: Int16Array;
  readonly #chairs: Int16Array;
  readonly #before: (Placement | null)[];

  constructor(
    readonly problem: Problem,
    before: readonly Placement[] = [],
  ) {
    this.times = problem.followsOn.length;
    this.slots = problem.candidates.map(() => null);
    this.#cells = new Int16Array(this.times * problem.places).fill(-1);
    this.#placeAt = new Int16Array(this.times * problem.examiners.length).fill(-1);
    this.#chairs = new Int16Array(problem.examiners.length);
    this.#before = problem.candidates.map((_, candidate) => before.find((placement) => placement.candidate === candidate) ?? null);
  }

  /** Who is examined then and there; −1 for nobody. */
  at(time: number, place: number): number {
    return this.#cells[time * this.problem.places + place]!;
  }

  /** Where a candidate was in the schedule that people know. */
  before(candidate: number): Placement | null {
    return this.#before[candidate] ?? null;
  }

  placements(): Placement[] {
    return this.slots.flatMap((slot) => (slot ? [slot] : []));
  }

  /** Takes over a schedule in place of what is there. */
  restore(placements: readonly Placement[]): void {
    for (const slot of this.placements()) this.take(slot.candidate);
    for (const placement of placements) this.put(placement);
  }

  /** Where an examiner sits then; −1 for nowhere. */
  seatedAt(seat: number, time: number): number {
    return this.#placeAt[seat * this.times + time]!;
  }

  /** Whether this one can sit then, as things stand. */
  canSit(seat: number, time: number): boolean {
    if (this.#placeAt[seat * this.times + time]! >= 0 || !this.problem.examiners[seat]!.free[time]) return false;
    let run = 1;
    for (let back = time; back > 0 && this.problem.followsOn[back] && this.#sits(seat, back - 1); back -= 1) run += 1;
    for (let on = time + 1; on < this.times && this.problem.followsOn[on] && this.#sits(seat, on); on += 1) run += 1;
    return run <= this.problem.longestRun;
  }

  /** Whether a placement breaks nothing, as things stand; an own manager does not count. */
  fits({ candidate: index, time, place, panel, chair }: Placement): boolean {
    const candidate = this.problem.candidates[index]!;
    if (this.slots[index] || this.at(time, place) >= 0 || !candidate.free[time] || panel.length !== this.problem.panelSize) return false;
    if (!panel.includes(chair) || !this.problem.examiners[chair]!.mayChair) return false;
    return panel.every((seat, at) => panel.indexOf(seat) === at && this.problem.examiners[seat]!.id !== candidate.personId && this.canSit(seat, time)) && covers(this.problem, panel, candidate);
  }

  put(placement: Placement): void {
    const { candidate, time, place, panel, chair } = placement;
    this.slots[candidate] = placement;
    this.#cells[time * this.problem.places + place] = candidate;
    for (const seat of panel) this.#placeAt[seat * this.times + time] = place;
    this.#chairs[chair]! += 1;
  }

  take(candidate: number): Placement | null {
    const placement = this.slots[candidate] ?? null;
    if (!placement) return null;
    this.slots[candidate] = null;
    this.#cells[placement.time * this.problem.places + placement.place] = -1;
    for (const seat of placement.panel) this.#placeAt[seat * this.times + placement.time] = -1;
    this.#chairs[placement.chair]! -= 1;
    return placement;
  }

  /** What one examiner's day costs, chairing included. */
  seatCost(seat: number): number {
    return this.#dayCost(seat) + WEIGHTS.chair * this.#chairs[seat]! ** 2;
  }

  /** What chairing once more would add. */
  chairingCost(seat: number): number {
    return WEIGHTS.chair * (2 * this.#chairs[seat]! + 1);
  }

  /** What sitting then and there for this candidate would add, without chairing. */
  sittingCost(seat: number, candidate: number, time: number, place: number): number {
    const without = this.#dayCost(seat);
    this.#placeAt[seat * this.times + time] = place;
    const sitting = this.#dayCost(seat) - without;
    this.#placeAt[seat * this.times + time] = -1;
    return sitting + this.memberCost(seat, candidate);
  }

  /** What a placement costs beside its examiners' days. */
  slotCost(placement: Placement): number {
    const { candidate, time, panel } = placement;
    let cost = this.spotCost(placement);
    for (const seat of panel) cost += this.memberCost(seat, candidate);
    const before = this.#before[candidate];
    if (!before) return cost;
    const chairs = placement.chair !== before.chair && panel.includes(before.chair);
    if (chairs) cost += CHANGE_WEIGHTS.chair;
    const touched = chairs || time !== before.time || placement.place !== before.place || panel.some((seat) => !before.panel.includes(seat));
    return touched ? cost + CHANGE_WEIGHTS.touched : cost;
  }

  /** What a time and a place cost by themselves. */
  spotCost({ candidate, time, place }: Pick<Placement, "candidate" | "time" | "place">): number {
    const before = this.#before[candidate];
    const moved = before ? (before.time === time ? 0 : CHANGE_WEIGHTS.time) + (before.place === place ? 0 : CHANGE_WEIGHTS.place) : 0;
    return time * WEIGHTS.late + moved;
  }

  cost(): number {
    let cost = 0;
    for (const slot of this.slots) cost += slot ? this.slotCost(slot) : WEIGHTS.unplaced;
    for (const seat of this.problem.examiners.keys()) cost += this.seatCost(seat);
    return cost;
  }

  memberCost(seat: number, index: number): number {
    const before = this.#before[index];
    const candidate = this.problem.candidates[index]!;
    return (candidate.managers.has(this.problem.examiners[seat]!.id) ? WEIGHTS.ownManager : 0) + (before && !before.panel.includes(seat) ? CHANGE_WEIGHTS.member : 0);
  }

  #dayCost(seat: number): number {
    return examinerCost(this.#placeAt, seat * this.times, (seat + 1) * this.times);
  }

  #sits(seat: number, time: number): boolean {
    return this.seatedAt(seat, time) >= 0;
  }
}
