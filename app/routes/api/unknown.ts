import { guardedAction, guardedLoader } from "~/auth/guard.server";
import { problemResponse } from "~/platform/problem.server";

const NO_SUCH = { status: 404, code: "no-such-address", title: "The API has no such address" } as const;

/** Whatever else is asked for below /api/v1: a problem document rather than a page. */
export const loader = guardedLoader("public", async ({ context }) => Promise.resolve(problemResponse(NO_SUCH, context.requestId)));
export const action = guardedAction("public", async ({ context }) => Promise.resolve(problemResponse(NO_SUCH, context.requestId)));
