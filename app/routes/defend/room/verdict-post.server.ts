import { textsOf } from "~/i18n/i18n.server";
import type { RequestContext } from "~/platform/context";
import { verdictLetter, type VerdictPost } from "~/steps/defense/index.server";

/** Sends letters about verdicts, with addresses that lead here. */
export function verdictPostFrom({ origin, log }: Pick<RequestContext, "origin" | "log">): VerdictPost {
  return { write: (to, letter) => verdictLetter(textsOf(to.locale, "defense"), origin, to, letter), log };
}
