import X from "lucide-react/icons/x";
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "./IconButton";

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** The buttons at the foot. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** The browser's own modal dialog: on a phone a sheet from below. What it holds must also be reachable without JavaScript. */
export function Dialog({ open, onClose, title, actions, children }: DialogProps) {
  const { t } = useTranslation("ui");
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  const dismiss = (event: MouseEvent<HTMLDialogElement>): void => {
    if (event.target === event.currentTarget) onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Escape closes natively
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={dismiss}
      className="w-[min(32rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface text-start text-ink shadow-lift max-sm:mx-0 max-sm:mt-auto max-sm:mb-0 max-sm:w-full max-sm:max-w-none max-sm:rounded-b-none"
    >
      <div className="px-5 pt-4 pb-5 max-sm:pb-[calc(1.25rem+env(safe-area-inset-bottom))]">
        <div className="flex items-start justify-between gap-4">
          <h2 id={titleId} className="pt-1.5 text-lg">
            {title}
          </h2>
          <IconButton label={t("action.close")} icon={<X aria-hidden className="size-5" />} onClick={onClose} className="-me-2" />
        </div>
        {children && <div className="mt-1 text-base">{children}</div>}
        {actions && <div className="mt-5 flex flex-wrap justify-end gap-3 max-sm:flex-col-reverse max-sm:[&>*]:w-full">{actions}</div>}
      </div>
    </dialog>
  );
}
