import Undo2 from "lucide-react/icons/undo-2";
import X from "lucide-react/icons/x";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "~/ui";
import { useDesk } from "./desk";
import type { Editor } from "./use-editor";

/** Long enough to read and to take it back. */
const STAYS_MS = 9_000;

/** What just happened, with the way to take it back. Read out; goes away by itself. */
export function Said({ said, onClose }: { said: Editor["said"]; onClose: () => void }) {
  const { t } = useTranslation("sheets");
  const { store, writable, acts } = useDesk();
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(onClose, STAYS_MS);
    return () => clearTimeout(timer);
  }, [said, onClose]);
  return (
    <div role="status" data-print="no" className="pointer-events-none fixed inset-x-0 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-40 flex justify-center px-4 lg:bottom-14">
      {said && (
        <div className="pointer-events-auto flex max-w-xl items-center gap-2 rounded-lg bg-ink py-1.5 ps-4 pe-1.5 text-sm text-paper shadow-lift">
          <span className="min-w-0 flex-1 py-1">{said.text}</span>
          {writable && store?.canUndo() && (
            <Button
              type="button"
              size="sm"
              variant="quiet"
              icon={<Undo2 aria-hidden className="size-4" />}
              className="!text-paper hover:!bg-ink-soft"
              onClick={() => {
                acts.undo();
                onClose();
              }}
            >
              {t("top.undo")}
            </Button>
          )}
          <IconButton label={t("said.close")} icon={<X aria-hidden className="size-4" />} onClick={onClose} className="!text-paper hover:!bg-ink-soft" />
        </div>
      )}
    </div>
  );
}
