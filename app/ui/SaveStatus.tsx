import clsx from "clsx";
import CloudAlert from "lucide-react/icons/cloud-alert";
import CloudCheck from "lucide-react/icons/cloud-check";
import CloudOff from "lucide-react/icons/cloud-off";
import CloudUpload from "lucide-react/icons/cloud-upload";
import { useTranslation } from "react-i18next";

export type SaveState = "saved" | "saving" | "offline" | "conflict";

const LOOKS = {
  saved: { icon: CloudCheck, tint: "text-ink-soft" },
  saving: { icon: CloudUpload, tint: "text-ink-soft" },
  offline: { icon: CloudOff, tint: "text-mist font-semibold" },
  conflict: { icon: CloudAlert, tint: "text-danger font-semibold" },
} as const satisfies Record<SaveState, object>;

/** Where the work is now: on the server, on its way, on this device only, or changed elsewhere. `at` is a ready time. */
export function SaveStatus({ state, at, waiting, className }: { state: SaveState; at?: string; /** How many entries wait on the device. */ waiting?: number; className?: string }) {
  const { t } = useTranslation("ui");
  const { icon: Icon, tint } = LOOKS[state];
  const detail = state === "saved" ? at : waiting ? t("save.waiting", { count: waiting }) : null;
  return (
    <span role="status" className={clsx("inline-flex items-center gap-1.5 text-sm tabular", tint, className)}>
      <Icon aria-hidden className="size-4.5 shrink-0" />
      {t(`save.${state}`)}
      {detail && <span className="font-normal">{detail}</span>}
    </span>
  );
}
