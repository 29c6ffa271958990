import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import Flag from "lucide-react/icons/flag";
import LayoutGrid from "lucide-react/icons/layout-grid";
import clsx from "clsx";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { HandInButton } from "./HandInButton";
import type { At, PlaceState } from "./paper-state";

interface Props {
  form: string;
  at: At;
  places: readonly PlaceState[];
  flagged: boolean;
  stopped: boolean;
  onAsk: () => void;
}

/** Moving through the paper: on a phone a bar within reach of the thumb, on a wide screen below the question. */
export function TakeFoot({ form, at, places, flagged, stopped, onAsk }: Props) {
  const { t } = useTranslation("quiz");
  const done = places.filter(({ answered }) => answered).length;
  const isLast = at === places.at(-1)?.position;
  const isFirst = at === places[0]?.position;
  return (
    <div className="mt-8 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 max-lg:mt-0 max-lg:border-t max-lg:border-line max-lg:bg-surface max-lg:pb-[env(safe-area-inset-bottom)]">
      <div className="mx-auto flex max-w-3xl items-stretch gap-1 max-lg:h-16 max-lg:px-1 lg:gap-3">
        <Press form={form} go="previous" disabled={isFirst} icon={<ChevronLeft aria-hidden />}>
          {t("paper.previous")}
        </Press>
        {at === "review" ? (
          <HandInButton form={form} at={at} disabled={stopped} onAsk={onAsk} className="m-2 flex-2 lg:hidden" />
        ) : (
          <>
            <Press form={form} go="flag" pressed={flagged} disabled={stopped} icon={<Flag aria-hidden className={clsx(flagged && "fill-signal-soft stroke-signal")} />}>
              {t(flagged ? "paper.unflag" : "paper.flag")}
            </Press>
            <Press form={form} go="review" icon={<LayoutGrid aria-hidden />} className="lg:hidden">
              <span className="tabular">{t("paper.overviewShort", { done, count: places.length })}</span>
            </Press>
            <Press form={form} go="next" strong icon={<ChevronRight aria-hidden />}>
              {t(isLast ? "paper.check" : "paper.next")}
            </Press>
          </>
        )}
      </div>
    </div>
  );
}

interface PressProps {
  form: string;
  go: string;
  icon: ReactNode;
  children: ReactNode;
  pressed?: boolean;
  disabled?: boolean;
  strong?: boolean;
  className?: string;
}

/** A button of the paper's form: icon above a word on a phone, beside it on a wide screen. */
function Press({ form, go, icon, children, pressed, disabled, strong = false, className }: PressProps) {
  return (
    <button
      type="submit"
      form={form}
      name="go"
      value={go}
      disabled={disabled}
      aria-pressed={pressed}
      className={clsx(
        "flex flex-1 flex-col items-center justify-center rounded-md text-xs disabled:text-ink-faint [&>svg]:size-5.5",
        "lg:min-h-11 lg:flex-none lg:flex-row lg:gap-2 lg:border lg:px-4 lg:text-base lg:font-semibold lg:[&>svg]:size-4.5",
        strong ? "font-semibold text-pine lg:ms-auto lg:flex-row-reverse lg:border-pine lg:bg-pine lg:text-on-pine lg:hover:bg-pine-deep" : "text-ink-soft lg:border-line-strong lg:bg-surface lg:text-ink lg:hover:border-pine",
        pressed && "text-signal",
        className,
      )}
    >
      {icon}
      {children}
    </button>
  );
}
