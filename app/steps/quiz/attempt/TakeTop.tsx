import { Link } from "@remix-run/react";
import ArrowLeft from "lucide-react/icons/arrow-left";
import { useTranslation } from "react-i18next";
import { SavingState, Timer } from "~/ui";
import type { AnswersSnapshot } from "../client/use-answers";

interface Props {
  back: string;
  chapter: string;
  number: number;
  snapshot: AnswersSnapshot;
  leftMs: number;
}

/** What must always be in sight: where the answers are, and the time left. */
export function TakeTop({ back, chapter, number, snapshot, leftMs }: Props) {
  const { t } = useTranslation("quiz");
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-paper">
      <div className="mx-auto flex h-14 max-w-6xl items-center gap-2 px-2 sm:gap-4 sm:px-6">
        <Link to={back} aria-label={t("paper.leave")} title={t("paper.leave")} className="tap inline-flex shrink-0 items-center justify-center rounded-md text-ink-soft hover:text-ink">
          <ArrowLeft aria-hidden className="size-5" />
        </Link>
        <p className="min-w-0 truncate font-semibold max-lg:sr-only">
          {t("paper.title", { chapter })}
          <span className="ms-3 text-sm font-normal text-ink-soft tabular">{t("paper.attempt", { number })}</span>
        </p>
        <div className="ms-auto flex min-w-0 items-center gap-2 max-lg:flex-1 max-lg:justify-between sm:gap-5">
          <SavingState status={snapshot.status} onDevice={snapshot.onDevice} waiting={[...snapshot.values.values()].filter(({ status }) => status !== "saved").length} />
          <Timer ms={Math.max(0, leftMs)} label={t("paper.timeLeft")} />
        </div>
      </div>
    </header>
  );
}
