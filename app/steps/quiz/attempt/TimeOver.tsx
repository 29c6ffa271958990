import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button, Callout, useHydrated } from "~/ui";
import type { AnswersSnapshot } from "../client/use-answers";
import type { HandIn } from "./use-hand-in";

/** How often a paper whose time is over knocks at a server that does not answer. */
const AGAIN_MS = 5_000;

/** Time is over: the page hands in what was saved, again and again until the server has taken it. */
export function TimeOver({ handing, snapshot, onOver }: { handing: HandIn; snapshot: AnswersSnapshot; onOver: () => void }) {
  const { t } = useTranslation("quiz");
  const hydrated = useHydrated();
  useEffect(() => {
    onOver();
    const timer = setInterval(onOver, AGAIN_MS);
    return () => clearInterval(timer);
  }, [onOver]);
  const kept = [...snapshot.values.values()].filter(({ status }) => status !== "saved").length;
  const waits = handing.state === "failed" || handing.state === "signed-out";
  return (
    <div role="alert">
      <Callout kind="now" title={t("over.title")}>
        <p>{t(waits ? `over.${handing.state}` : "over.text")}</p>
        {waits && kept > 0 && <p>{t("over.kept", { count: kept })}</p>}
        {!hydrated && (
          <Button form="hand-in" variant="primary">
            {t("over.result")}
          </Button>
        )}
      </Callout>
    </div>
  );
}
