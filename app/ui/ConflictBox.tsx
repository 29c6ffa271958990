import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";

interface Props {
  title: ReactNode;
  text: ReactNode;
  /** What stands on this device, and what the server has from another one. */
  mine: ReactNode;
  theirs: ReactNode;
  onSettle: (choice: "mine" | "server") => void;
}

/** Two devices said different things: both are shown, and only the person throws one away. */
export function ConflictBox({ title, text, mine, theirs, onSettle }: Props) {
  const { t } = useTranslation("ui");
  const id = useId();
  return (
    <section role="alert" aria-labelledby={id} className="mb-5 rounded-lg border-2 border-danger bg-surface p-4">
      <h3 id={id} className="text-base text-danger">
        {title}
      </h3>
      <p className="mt-0.5 mb-3 text-sm text-ink-soft">{text}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Version title={t("conflict.mine")} action={<Button type="button" variant="primary" onClick={() => onSettle("mine")}>{t("conflict.keepMine")}</Button>}>
          {mine}
        </Version>
        <Version title={t("conflict.theirs")} action={<Button type="button" onClick={() => onSettle("server")}>{t("conflict.takeTheirs")}</Button>}>
          {theirs}
        </Version>
      </div>
    </section>
  );
}

function Version({ title, action, children }: { title: string; action: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-3 rounded-md border border-line bg-paper p-3">
      <p className="text-sm font-semibold">{title}</p>
      <div className="max-h-60 flex-1 overflow-y-auto">{children}</div>
      {action}
    </div>
  );
}
