import CheckIcon from "lucide-react/icons/check";
import EyeIcon from "lucide-react/icons/eye";
import XIcon from "lucide-react/icons/x";
import type { ReactElement, ReactNode } from "react";
import { Button } from "~/ui/Button";

const TONES = {
  right: { box: "bg-ok-soft", text: "text-ok", Icon: CheckIcon },
  wrong: { box: "bg-danger-soft", text: "text-danger", Icon: XIcon },
  shown: { box: "bg-mist-soft", text: "text-mist", Icon: EyeIcon },
} as const;

interface Props {
  tone: keyof typeof TONES;
  title: string;
  action?: { label: string; onPress: () => void } | undefined;
  children?: ReactNode;
}

/** What a learner hears about a try: the verdict first, then the reason. */
export function Feedback({ tone, title, action, children }: Props): ReactElement {
  const { box, text, Icon } = TONES[tone];
  return (
    <div className={`rounded-md p-3 ${box}`}>
      <p className={`flex items-start gap-2 font-semibold ${text}`}>
        <Icon aria-hidden className="mt-1 size-5 shrink-0" />
        <span>{title}</span>
      </p>
      {children !== undefined && <div className="mt-1">{children}</div>}
      {action !== undefined && (
        <Button type="button" variant="primary" className="mt-3" onClick={action.onPress}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
