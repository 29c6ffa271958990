const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The place on a paper that an address names; null where it names none. */
export function placeIn(attempt?: string | null, position?: string | null): { attemptId: string; position: number } | null {
  const number = Number(position ?? "");
  return attempt && UUID.test(attempt) && Number.isInteger(number) && number > 0 ? { attemptId: attempt, position: number } : null;
}
