/** What the navigator says of each question. */
import type { AnswersSnapshot } from "../client/use-answers";
import { isEmptyResponse } from "../question";

export type PlaceState = { position: number; answered: boolean; flagged: boolean; conflict: boolean };

/** Every question with how it stands now. */
export function placesOf(positions: readonly number[], snapshot: AnswersSnapshot): PlaceState[] {
  return positions.map((position) => {
    const view = snapshot.values.get(position);
    return { position, answered: !isEmptyResponse(view?.value ?? null), flagged: view?.flagged ?? false, conflict: view?.status === "conflict" };
  });
}

/** Where the page stands: at a question, or at the overview. */
export type At = number | "review";

/** The place that an address names; the first question when it names none. */
export function atOf(text: string | null, positions: readonly number[]): At {
  if (text === "review") return "review";
  return positions.find((position) => String(position) === text) ?? positions[0] ?? "review";
}

/** Where a button of the paper leads: `next`, `previous`, `review`, or a question's number. */
export function targetOf(go: string, at: At, positions: readonly number[]): At {
  const index = at === "review" ? positions.length : positions.indexOf(at);
  if (go === "next") return positions[index + 1] ?? "review";
  if (go === "previous") return positions[Math.max(0, index - 1)] ?? "review";
  return go === "stay" ? at : atOf(go, positions);
}
