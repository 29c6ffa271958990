import Printer from "lucide-react/icons/printer";
import { useTranslation } from "react-i18next";
import { Button, useHydrated } from "~/ui";

/** To paper or PDF; where scripts do not run the browser's own menu does it. */
export function PrintButton() {
  const { t } = useTranslation("defense");
  if (!useHydrated()) return null;
  return (
    <span data-print="no">
      <Button type="button" icon={<Printer aria-hidden className="size-4.5" />} onClick={() => window.print()}>
        {t("print")}
      </Button>
    </span>
  );
}
