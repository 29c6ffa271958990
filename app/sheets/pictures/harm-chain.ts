/** From a rival's flaw to the harm to evidence, and which link is missing. */
import type { SheetContent } from "../content";
import type { Evaluation } from "../evaluation";
import { foundAt } from "./found";
import { numberOf, rowsOf, textOf } from "./reading";

/** A link holds, does not hold (a check found something), or is not there. */
export type Link = "holds" | "weak" | "missing";

export interface HarmChain {
  id: string;
  flaw: string;
  harm: string;
  evidence: string;
  links: { harm: Link; evidence: Link };
  cost: number | null;
  bearer: string;
  /** What is to be said: there, and nothing wrong with it. */
  sayable: boolean;
}

const link = (text: string, weak: boolean): Link => (text === "" ? "missing" : weak ? "weak" : "holds");

/** The chains in order; rows in which nothing of it is written are left out. */
export function harmChains(content: SheetContent, evaluation: Evaluation): HarmChain[] {
  return rowsOf(content, "flaws")
    .map((row) => {
      const [flaw, harm, evidence] = [textOf(row.cells.flaw), textOf(row.cells.harm), textOf(row.cells.evidence)];
      return {
        id: row.id,
        flaw,
        harm,
        evidence,
        links: { harm: link(harm, foundAt(evaluation, "flaws", row.id, "harm-not-theirs")), evidence: link(evidence, foundAt(evaluation, "flaws", row.id, "no-evidence")) },
        cost: numberOf(row.cells.harm_cost),
        bearer: textOf(row.cells.bearer),
        sayable: textOf(row.cells.words) !== "" && !foundAt(evaluation, "flaws", row.id, "named-rival", "attack", "story-in-public", "no-question"),
      };
    })
    .filter((chain) => chain.flaw + chain.harm + chain.evidence !== "");
}

/** Whether the chain may be used: every link holds and the words can be said. */
export function isWhole(chain: HarmChain): boolean {
  return chain.flaw !== "" && chain.links.harm === "holds" && chain.links.evidence === "holds" && chain.sayable;
}
