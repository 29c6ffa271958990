/** Errors of the JSON API, for programs and those who write them: RFC 9457, in English. */
export interface Problem {
  status: number;
  /** Stable; `type` is made of it. */
  code: string;
  title: string;
  detail?: string;
  /** What is wrong at which field. */
  errors?: readonly { field: string; code: string }[];
  headers?: Record<string, string>;
}

/** The answer for a problem; `requestId` finds it in the log. */
export function problemResponse({ status, code, title, detail, errors, headers = {} }: Problem, requestId: string): Response {
  const body = { type: `urn:roadbook:problem:${code}`, title, status, ...(detail === undefined ? {} : { detail }), ...(errors === undefined ? {} : { errors }), requestId };
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers } });
}

/** Whether a path belongs to the API for programs: it takes tokens and no cookies, so the rules for forms don't apply. */
export function isApiPath(path: string): boolean {
  return path === "/api/v1" || path.startsWith("/api/v1/");
}
