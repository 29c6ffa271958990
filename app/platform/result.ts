/** The outcome of a use case: a value, or one of the failures its caller is expected to handle. */
export type Result<T, E extends { code: string }> = { ok: true; value: T } | { ok: false; error: E };

/** A success. `ok()` without a value means "done". */
export function ok(): { ok: true; value: undefined };
export function ok<T>(value: T): { ok: true; value: T };
export function ok<T>(value?: T): { ok: true; value: T | undefined } {
  return { ok: true, value };
}

/** An expected failure, told apart by its `code`. */
export function fail<E extends { code: string }>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}
