/** What the signed verdicts of one learner on one chapter come to. Pure. */

type Verdict = { outcome: "pass" | "conditional" | "fail"; settled: "met" | "missed" | null };

/** One pass is enough; otherwise the latest holds. A condition waits until its person has settled it. Null: nothing is signed. */
export function standingOf(verdicts: readonly Verdict[]): "passed" | "failed" | "submitted" | null {
  const each = verdicts.map(({ outcome, settled }) => {
    if (outcome === "pass" || (outcome === "conditional" && settled === "met")) return "passed";
    return outcome === "fail" || settled === "missed" ? "failed" : "submitted";
  });
  return each.includes("passed") ? "passed" : (each.at(-1) ?? null);
}
