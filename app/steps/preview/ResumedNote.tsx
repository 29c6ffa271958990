import X from "lucide-react/icons/x";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "~/ui";

/** Says why the page did not open at its beginning, and takes the reader there. */
export function ResumedNote({ onTop, onClose }: { onTop: () => void; onClose: () => void }) {
  const { t } = useTranslation("preview");
  useEffect(() => {
    const timer = window.setTimeout(onClose, 12_000);
    return () => window.clearTimeout(timer);
    // Once: the note goes by itself.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <div role="status" data-print="no" className="fixed inset-x-4 top-16 z-20 mx-auto flex w-fit max-w-full items-center gap-1 rounded-lg border border-line-strong bg-surface ps-4 pe-1 text-sm shadow-lift">
      <span className="py-2">{t("page.resumed")}</span>
      <Button type="button" variant="quiet" size="sm" onClick={onTop}>
        {t("page.toTop")}
      </Button>
      <IconButton label={t("page.close")} icon={<X aria-hidden className="size-4" />} onClick={onClose} />
    </div>
  );
}
