import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { KeyHint } from "~/ui";
import { HandInButton } from "./HandInButton";
import { Navigator } from "./Navigator";
import type { At, PlaceState } from "./paper-state";

interface Props {
  places: readonly PlaceState[];
  at: At;
  form: string;
  stopped: boolean;
  deadlineAt: Date;
  locale: Locale;
  timeZone: string;
  onAsk: () => void;
}

/** On a wide screen: all questions, the hour at which papers are collected, handing in, and the keys. */
export function SidePanel({ places, at, form, stopped, deadlineAt, locale, timeZone, onAsk }: Props) {
  const { t } = useTranslation("quiz");
  const done = places.filter(({ answered }) => answered).length;
  return (
    <aside aria-label={t("paper.overview")} className="sticky top-14 hidden max-h-[calc(100dvh-3.5rem)] self-start overflow-y-auto py-8 ps-1 lg:block">
      <p className="mb-3 flex items-baseline justify-between text-sm text-ink-soft tabular">
        <span>{t("paper.progress", { done, count: places.length })}</span>
        <span>{t("paper.until", { time: formatDate(deadlineAt, { locale, timeZone, style: "time" }) })}</span>
      </p>
      <Navigator places={places} at={at} form={form} />
      <HandInButton form={form} at={at} disabled={stopped} onAsk={onAsk} className="mt-5 w-full" />
      <div className="mt-6 grid justify-items-start gap-1.5">
        <KeyHint keys={["1", "2", "A", "B"]}>{t("keys.choose")}</KeyHint>
        <KeyHint keys={["←", "→"]}>{t("keys.move")}</KeyHint>
        <KeyHint keys={["F"]}>{t("keys.flag")}</KeyHint>
      </div>
    </aside>
  );
}
