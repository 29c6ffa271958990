import { useLocation } from "@remix-run/react";
import CloudAlert from "lucide-react/icons/cloud-alert";
import CloudOff from "lucide-react/icons/cloud-off";
import Eye from "lucide-react/icons/eye";
import LoaderCircle from "lucide-react/icons/loader-circle";
import Lock from "lucide-react/icons/lock";
import { useTranslation } from "react-i18next";
import { SaveStatus } from "~/ui";
import { useDesk } from "./desk";
import { useWide } from "./use-wide";

const LINE = "inline-flex min-w-0 items-center gap-1.5 [&>svg]:size-4 [&>svg]:shrink-0";

/** Where the work is, in words: in the database, on its way, on this device only; or why nothing can be written. */
export function SavingLine() {
  const { t } = useTranslation("sheets");
  const { screen, status } = useDesk();
  const { pathname, search } = useLocation();
  const hydrated = useWide() !== null;
  switch (status) {
    case "saved":
      return screen.right === "edit" ? <SaveStatus state="saved" className="!text-xs sm:!text-sm" /> : <Looking text={t(`status.${screen.right}`)} />;
    case "saving":
      return <SaveStatus state="saving" className="!text-xs sm:!text-sm" />;
    case "offline":
      return (
        <span role="status" className={`${LINE} font-semibold text-mist`}>
          <CloudOff aria-hidden />
          {t("status.offline")}
        </span>
      );
    case "locked":
      return (
        <span role="status" className={LINE}>
          <Lock aria-hidden />
          {t("status.locked")}
        </span>
      );
    case "refused":
      return (
        <span role="status" className={`${LINE} font-semibold text-danger`}>
          <CloudAlert aria-hidden />
          {t("status.refused")}
        </span>
      );
    case "signed-out":
      return (
        <span role="status" className={`${LINE} font-semibold text-danger`}>
          <CloudAlert aria-hidden />
          {t("status.signedOut")}
          <a href={`/sign-in?next=${encodeURIComponent(pathname + search)}`} target="_blank" rel="noreferrer" className="underline underline-offset-4">
            {t("status.signIn")}
          </a>
        </span>
      );
    case "connecting":
      if (screen.right !== "edit") return <Looking text={t(`status.${screen.right}`)} />;
      // Without scripts nothing is ever connected, and its forms have a button.
      return hydrated ? (
        <span className={`${LINE} after-wait`}>
          <LoaderCircle aria-hidden className="motion-safe:[&>path]:origin-center motion-safe:[&>path]:animate-spin" />
          {t("status.connecting")}
        </span>
      ) : null;
  }
}

function Looking({ text }: { text: string }) {
  return (
    <span className={LINE}>
      <Eye aria-hidden />
      {text}
    </span>
  );
}
