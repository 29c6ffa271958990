import type { Services } from "~/platform/context";
import { verdictLetter, type VerdictPost } from "~/steps/defense/index.server";
import { letterOrigin, letterTexts } from "./letter-texts";

/** Says in the reader's language that a condition is due, or that its date has passed. */
export function writeVerdictNotice(env: Pick<Services["env"], "ROADBOOK_ORIGIN">): VerdictPost["write"] {
  const origin = letterOrigin(env);
  return (to, letter) => verdictLetter(letterTexts(to.locale, "defense"), origin, to, letter);
}
