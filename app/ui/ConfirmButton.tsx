import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { buttonClass, type ButtonSize, type ButtonVariant } from "./button-class";
import { Dialog } from "./Dialog";
import { SubmitButton } from "./SubmitButton";

export interface ConfirmButtonProps {
  /** The button on the page. */
  children: ReactNode;
  /** The question: "移出 3 名学员？" */
  title: ReactNode;
  /** What will happen, in numbers: "将删除 12 条练习记录，保留 2 次成绩。" */
  consequence: ReactNode;
  /** The button that does it, with the verb of the question. */
  confirmLabel: ReactNode;
  /** Sent with the form. */
  name?: string;
  value?: string;
  /** The form to send, where the button stands outside it. */
  form?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** The act destroys nothing and can be undone. */
  harmless?: boolean;
  disabled?: boolean;
}

/**
 * A submit button that asks first. Stands inside the form that it sends. Before JavaScript the question opens in place
 * (`<details>`); with it, in a dialog.
 */
export function ConfirmButton({ children, title, consequence, confirmLabel, name, value, form, variant = "danger", size, icon, harmless = false, disabled }: ConfirmButtonProps) {
  const { t } = useTranslation("ui");
  const [enhanced, setEnhanced] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => setEnhanced(true), []);
  const submit = (
    <SubmitButton name={name} value={value} form={form} variant={harmless ? "primary" : "danger"}>
      {confirmLabel}
    </SubmitButton>
  );
  if (disabled) {
    return (
      <Button type="button" disabled variant={variant} size={size} icon={icon}>
        {children}
      </Button>
    );
  }
  if (!enhanced) {
    return (
      <details className="inline-block max-w-md align-top">
        <summary className={buttonClass(variant, size)}>
          {icon}
          {children}
        </summary>
        <div className="mt-2 rounded-lg border border-line-strong bg-surface p-4">
          <p className="font-semibold">{title}</p>
          <div className="mt-1 mb-3 text-ink-soft">{consequence}</div>
          {submit}
        </div>
      </details>
    );
  }
  return (
    <>
      <Button type="button" variant={variant} size={size} icon={icon} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {children}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        actions={
          <>
            <Button type="button" onClick={() => setOpen(false)}>
              {t("action.cancel")}
            </Button>
            {submit}
          </>
        }
      >
        <div className="text-ink-soft">{consequence}</div>
      </Dialog>
    </>
  );
}
