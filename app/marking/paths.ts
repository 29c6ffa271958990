/** Addresses of the marking room, and where each kind of thing is marked. */
import type { MarkingKind, MarkingSubjectRef } from "./item";

/** The queue; `query` is a filter as `filterQuery` writes it. */
export function markingPath(query = ""): string {
  return query === "" ? "/marking" : `/marking?${query}`;
}

/** Takes the POSTs by which a thing is claimed, renewed, taken over and given back. */
export function claimPath(itemId: string): string {
  return `/api/marking/${itemId}/claim`;
}

type Place = { cohortId: string; subjectId: string };

/** The page on which a thing of each kind is marked. A room that joins the queue writes its line here. */
const ITEM_PATHS: Record<MarkingKind, (place: Place) => string> = {
  "quiz-answer": ({ cohortId, subjectId }) => {
    const [attempt = "", position = ""] = subjectId.split(".");
    return `/teach/cohorts/${cohortId}/marking?${new URLSearchParams({ attempt, position }).toString()}`;
  },
  "group-sheet": ({ cohortId, subjectId }) => `/teach/cohorts/${cohortId}/group-sheets/${subjectId}`,
  "role-play": ({ cohortId, subjectId }) => `/teach/cohorts/${cohortId}/role-play/${subjectId}`,
  "homework": ({ cohortId, subjectId }) => `/teach/cohorts/${cohortId}/homework/${subjectId}`,
};

/** Where a thing is marked; `more` goes along in the address: the queue one came through, what was marked just before. */
export function markingItemPath({ kind, cohortId, subjectId }: MarkingSubjectRef & { cohortId: string }, more: Record<string, string> = {}): string {
  const [path = "", query = ""] = ITEM_PATHS[kind]({ cohortId, subjectId }).split("?");
  const search = new URLSearchParams(query);
  for (const [name, value] of Object.entries(more)) if (value !== "") search.set(name, value);
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}
