import clsx from "clsx";
import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import X from "lucide-react/icons/x";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "./IconButton";

export interface FlashMessage {
  /** New for each message, so that the same words can come twice. */
  id: string;
  tone: "ok" | "note" | "danger";
  text: ReactNode;
  /** A way to take it back: a form with an undo button, a link. */
  action?: ReactNode;
}

const TONES = {
  ok: { icon: CircleCheck, look: "border-pine bg-pine-soft [&>svg]:text-pine" },
  note: { icon: Info, look: "border-mist bg-mist-soft [&>svg]:text-mist" },
  danger: { icon: CircleAlert, look: "border-danger bg-danger-soft [&>svg]:text-danger" },
} as const;

/**
 * What just happened, said once at the head of the page and read out. The region stands in every page; it stays until it
 * is closed or the next page comes, because a message that goes by itself is missed.
 */
export function Flash({ messages = [] }: { messages?: readonly FlashMessage[] }) {
  const { t } = useTranslation("ui");
  const [closed, setClosed] = useState<readonly string[]>([]);
  return (
    <div role="status" aria-live="polite" data-print="no" className="grid gap-2 not-empty:pt-4">
      {messages.filter((message) => !closed.includes(message.id)).map(({ id, tone, text, action }) => {
        const { icon: Icon, look } = TONES[tone];
        return (
          <div key={id} className={clsx("flex items-center gap-3 rounded-md border-s-4 ps-3", look)}>
            <Icon aria-hidden className="size-5 shrink-0" />
            <p className="flex-1 py-2.5 leading-snug">{text}</p>
            {action}
            <IconButton label={t("action.close")} icon={<X aria-hidden className="size-4.5" />} onClick={() => setClosed([...closed, id])} />
          </div>
        );
      })}
    </div>
  );
}
