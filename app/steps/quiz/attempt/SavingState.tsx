import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslation } from "react-i18next";
import { SaveStatus } from "~/ui";
import type { AnswersSnapshot, AnswerStatus } from "../client/answers-snapshot";

const SHOWN = { saved: "saved", waiting: "saving", offline: "offline", conflict: "conflict" } as const satisfies Record<AnswerStatus, string>;

/** On a phone the number of answers that wait stands below, not in a column of its own. */
const TWO_LINES = "max-sm:grid max-sm:grid-cols-[auto_minmax(0,1fr)] max-sm:items-center max-sm:gap-y-0 max-sm:leading-tight max-sm:[&>span]:col-start-2";

/** Where the answers are: on the server, on their way, on this device only, or nowhere safe. */
export function SavingState({ snapshot }: { snapshot: AnswersSnapshot }) {
  const { t } = useTranslation("quiz");
  const waiting = [...snapshot.answers.values()].filter(({ status }) => status !== "saved").length;
  // Where the device keeps nothing, "kept on this device" would be a lie.
  if (snapshot.status === "offline" && !snapshot.onDevice) {
    return (
      <span role="status" className="inline-flex items-center gap-1.5 text-sm font-semibold text-danger">
        <TriangleAlert aria-hidden className="size-4.5 shrink-0" />
        {t("saving.notSaved")}
      </span>
    );
  }
  return <SaveStatus state={SHOWN[snapshot.status]} waiting={snapshot.status === "offline" ? waiting : undefined} className={TWO_LINES} />;
}
