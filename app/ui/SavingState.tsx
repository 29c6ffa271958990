import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslation } from "react-i18next";
import { SaveStatus } from "./SaveStatus";

const SHOWN = { saved: "saved", waiting: "saving", offline: "offline", conflict: "conflict" } as const;

/** On a phone the number of entries that wait stands below, not in a column of its own. */
const TWO_LINES = "max-sm:grid max-sm:grid-cols-[auto_minmax(0,1fr)] max-sm:items-center max-sm:gap-y-0 max-sm:leading-tight max-sm:[&>span]:col-start-2";

interface Props {
  status: keyof typeof SHOWN;
  /** False where the device keeps nothing. */
  onDevice: boolean;
  /** Entries that the server does not have yet. */
  waiting: number;
}

/** Where work that is saved as it is typed stands: on the server, on its way, on this device only, or nowhere safe. */
export function SavingState({ status, onDevice, waiting }: Props) {
  const { t } = useTranslation("ui");
  // Where the device keeps nothing, "kept on this device" would be a lie.
  if (status === "offline" && !onDevice) {
    return (
      <span role="status" className="inline-flex items-center gap-1.5 text-sm font-semibold text-danger">
        <TriangleAlert aria-hidden className="size-4.5 shrink-0" />
        {t("save.notSaved")}
      </span>
    );
  }
  return <SaveStatus state={SHOWN[status]} waiting={status === "offline" ? waiting : undefined} className={TWO_LINES} />;
}
