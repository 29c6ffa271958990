import { useTranslation } from "react-i18next";
import { Button, Callout, Dialog } from "~/ui";
import { Unfinished } from "./Overview";
import type { PlaceState } from "./paper-state";
import type { HandIn } from "./use-hand-in";

/** Asks before handing in, and names what is unanswered and flagged. Says so when answers are not on the server yet. */
export function HandInDialog({ handing, places }: { handing: HandIn; places: readonly PlaceState[] }) {
  const { t } = useTranslation("quiz");
  const { state } = handing;
  const open = places.filter(({ answered }) => !answered);
  const problem = state === "unsent" || state === "conflict" || state === "failed" || state === "signed-out" ? state : null;
  return (
    <Dialog
      open={state !== "idle"}
      onClose={handing.cancel}
      title={t("handIn.title")}
      actions={
        <>
          <Button type="button" onClick={handing.cancel}>
            {t("handIn.back")}
          </Button>
          <Button type="button" variant="primary" pending={state === "sending"} onClick={() => void handing.handIn("learner")}>
            {t(problem === null ? "handIn.do" : "handIn.retry")}
          </Button>
        </>
      }
    >
      {problem === null ? (
        <>
          <Unfinished open={open} flagged={places.filter(({ flagged }) => flagged)} />
          <p className="mt-3 text-sm text-ink-soft">{t("handIn.final")}</p>
        </>
      ) : (
        <div role="alert">
          <Callout kind="now" title={t(`handIn.problem.${problem}.title`)}>
            <p>{t(`handIn.problem.${problem}.text`)}</p>
          </Callout>
        </div>
      )}
    </Dialog>
  );
}
