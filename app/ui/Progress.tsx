import { useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** A thin bar at the top edge while the next page is on its way; appears only after 400 ms. Once, in the root. */
export function NavigationProgress() {
  const { state } = useNavigation();
  const { t } = useTranslation("ui");
  if (state === "idle") return null;
  return (
    <div role="progressbar" aria-label={t("progress.loading")} className="after-wait fixed inset-x-0 top-0 z-50 h-1 overflow-hidden bg-pine-soft">
      <div className="travel h-full w-1/3 bg-pine" />
    </div>
  );
}

/** Work whose end is known: an upload, an import. */
export function Progress({ label, value, max = 100, text }: { label: string; value: number; max?: number; text?: string }) {
  return (
    <div>
      <div className="mb-1 flex justify-between gap-4 text-sm">
        <span>{label}</span>
        <span className="text-ink-soft tabular">{text ?? `${Math.round((value / max) * 100)}%`}</span>
      </div>
      <div role="progressbar" aria-label={label} aria-valuenow={value} aria-valuemin={0} aria-valuemax={max} aria-valuetext={text}>
        <Bar share={value / max} tone="fill-pine" />
      </div>
    </div>
  );
}

/** The bar itself, drawn, because inline styles are outside the content policy. */
export function Bar({ share, tone, mark }: { share: number; tone: string; mark?: number }) {
  const percent = (part: number): string => `${Math.min(Math.max(part, 0), 1) * 100}%`;
  return (
    <svg aria-hidden className="block h-2.5 w-full overflow-visible">
      <rect width="100%" height="6" y="2" rx="3" className="fill-paper-deep stroke-line" />
      <rect width={percent(share)} height="6" y="2" rx="3" className={tone} />
      {mark !== undefined && <line x1={percent(mark)} x2={percent(mark)} y1="-1" y2="11" className="stroke-ink" strokeWidth="1.5" />}
    </svg>
  );
}
