/** The embedded PostgreSQL cannot be prepared or started. The message is a sentence for the person who starts the app. */
export class EmbeddedPostgresError extends Error {
  override readonly name = "EmbeddedPostgresError";
}

/** Waits; `milliseconds` between two looks at something that reports no change by itself. */
export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The `code` of a system error such as ENOENT, or undefined. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === "string" ? code : undefined;
}

/** The text of anything that was thrown. */
export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
