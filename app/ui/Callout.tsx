import clsx from "clsx";
import CircleAlert from "lucide-react/icons/circle-alert";
import PencilLine from "lucide-react/icons/pencil-line";
import Info from "lucide-react/icons/info";
import Signpost from "lucide-react/icons/signpost";
import MessageSquareQuote from "lucide-react/icons/message-square-quote";
import OctagonAlert from "lucide-react/icons/octagon-alert";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export type CalloutKind = "key" | "mistake" | "example" | "try" | "note" | "now" | "danger";

const KINDS = {
  key: { icon: Signpost, line: "border-pine", tint: "text-pine" },
  mistake: { icon: OctagonAlert, line: "border-danger", tint: "text-danger" },
  example: { icon: MessageSquareQuote, line: "border-mist", tint: "text-mist" },
  try: { icon: PencilLine, line: "border-pine border-dashed", tint: "text-pine" },
  note: { icon: Info, line: "border-line-strong", tint: "text-ink-soft" },
  now: { icon: CircleAlert, line: "border-signal", tint: "text-signal" },
  danger: { icon: OctagonAlert, line: "border-danger", tint: "text-danger" },
} as const satisfies Record<CalloutKind, object>;

/** A passage set apart: key point, usual mistake, example, something to try; on pages a note, what is due now, a danger. */
export function Callout({ kind = "note", title, className, children }: { kind?: CalloutKind; title?: ReactNode; className?: string; children: ReactNode }) {
  const { t } = useTranslation("ui");
  const { icon: Icon, line, tint } = KINDS[kind];
  return (
    <aside className={clsx("border-s-3 rounded-e-md px-4 py-3", kind === "now" ? "bg-signal-soft" : "bg-paper-deep/50", line, className)}>
      <p className={clsx("flex items-center gap-2 text-sm font-semibold", tint)}>
        <Icon aria-hidden className="size-4.5 shrink-0" />
        <span>{t(`callout.${kind}`)}</span>
        {title && <span className="text-base text-ink">{title}</span>}
      </p>
      <div className="mt-1 [&>*+*]:mt-2">{children}</div>
    </aside>
  );
}
