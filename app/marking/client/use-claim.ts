import { useEffect, useState } from "react";
import { type Claim, RENEW_MINUTES } from "../item";
import type { MarkingPlace } from "../marking-place.view.server";
import { claimPath } from "../paths";

/** What the claim's address answers in JSON. */
export type ClaimAnswer = { claim: { personId: string; name: string; until: string; mine: boolean } };
type HeldClaim = Claim & { mine: boolean };

/**
 * Holds the thing on the page: claims it when the page opens and nobody else has it, renews while the page is open and in
 * sight, gives it back when one goes on. Answers who has it now. Without scripts saving claims.
 */
export function useClaim({ item, claim: loaded }: Pick<MarkingPlace, "item" | "claim">): HeldClaim | null {
  const [claim, setClaim] = useState(loaded);
  const id = item?.id ?? null;
  useEffect(() => setClaim(loaded), [loaded]);
  const othersFirst = loaded !== null && !loaded.mine;
  useEffect(() => {
    if (id === null || othersFirst) return;
    const ask = async (): Promise<void> => {
      const response = await post(id, "claim").catch(() => null);
      if (response === null || (response.status !== 200 && response.status !== 409)) return;
      const { claim: now } = (await response.json()) as ClaimAnswer;
      setClaim({ ...now, until: new Date(now.until) });
    };
    const renew = (): void => void (document.visibilityState === "visible" && ask());
    void ask();
    const timer = setInterval(renew, RENEW_MINUTES * 60_000);
    document.addEventListener("visibilitychange", renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", renew);
      void post(id, "release").catch(() => undefined);
    };
  }, [id, othersFirst]);
  return claim;
}

function post(itemId: string, intent: "claim" | "release"): Promise<Response> {
  return fetch(claimPath(itemId), { method: "POST", headers: { accept: "application/json" }, body: new URLSearchParams({ intent }), credentials: "same-origin", redirect: "manual", keepalive: true });
}
