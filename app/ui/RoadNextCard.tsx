import clsx from "clsx";
import ArrowRight from "lucide-react/icons/arrow-right";
import Hourglass from "lucide-react/icons/hourglass";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "./Button";
import type { RoadNext, RoadStep, RoadWait } from "./road-types";

const VARIANT = { signal: "signal", primary: "primary", quiet: "secondary" } as const;

interface RoadNextCardProps {
  steps: readonly RoadStep[];
  position: number;
  current: RoadStep | undefined;
  next: RoadNext | undefined;
  waitsFor: RoadWait | undefined;
}

/** What to do now, with its one button; stands in the open sky left of the ridge where there is room, else on top. */
export function RoadNextCard({ steps, position, current, next, waitsFor }: RoadNextCardProps) {
  const { t } = useTranslation("ui");
  const done = position >= steps.length;
  return (
    <div className="border-b border-line p-4 sm:p-5 @4xl:absolute @4xl:start-0 @4xl:top-0 @4xl:z-10 @4xl:max-w-[40%] @4xl:border-b-0">
      <p className="text-sm text-ink-soft tabular">{done ? t("road.summit") : t("road.here", { number: position + 1, total: steps.length })}</p>
      <p className="text-xl font-semibold">{current ? current.title : t("road.done")}</p>
      {current?.dueText && (
        <p className={clsx("text-sm tabular", current.late ? "font-semibold text-danger" : "text-ink-soft")}>
          {current.late && `${t("road.late")} · `}
          {current.dueText}
        </p>
      )}
      {waitsFor && (
        <p className="mt-2 flex gap-2 text-sm text-mist">
          <Hourglass aria-hidden className="mt-1 size-4 shrink-0" />
          <span>
            {waitsFor.text} <strong>{waitsFor.by}</strong>
          </span>
        </p>
      )}
      {next && (
        <ButtonLink to={next.href} variant={VARIANT[next.tone]} className="mt-3 @max-2xl:w-full">
          {next.label}
          <ArrowRight aria-hidden className="size-4" />
        </ButtonLink>
      )}
    </div>
  );
}
