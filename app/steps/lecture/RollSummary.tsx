import { useTranslation } from "react-i18next";
import type { AttendanceCounts } from "./attendance";

const SEGMENTS = [
  { key: "present", fill: "fill-pine" },
  { key: "late", fill: "fill-mist" },
  { key: "make-up", fill: "fill-ok" },
  { key: "excused", fill: "fill-line-strong" },
  { key: "absent", fill: "fill-danger" },
  { key: "unmarked", fill: "fill-paper-deep" },
] as const satisfies readonly { key: keyof AttendanceCounts; fill: string }[];

/** Who is there, in numbers, with the same as one bar. */
export function RollSummary({ counts }: { counts: AttendanceCounts }) {
  const { t } = useTranslation("lecture");
  const total = Math.max(1, Object.values(counts).reduce((sum, count) => sum + count, 0));
  let x = 0;
  const bars = SEGMENTS.map(({ key, fill }) => {
    const width = (counts[key] / total) * 100;
    const bar = { key, fill, x, width };
    x += width;
    return bar;
  });
  return (
    <div>
      <svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden className="h-3 w-full rounded-sm">
        {bars.map((bar) => bar.width > 0 && <rect key={bar.key} x={bar.x} y="0" width={Math.max(0, bar.width - 0.2)} height="3" className={bar.fill} />)}
      </svg>
      <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
        {SEGMENTS.filter(({ key }) => counts[key] > 0 || key === "present" || key === "unmarked").map(({ key, fill }) => (
          <div key={key} className="flex items-center gap-2">
            <svg viewBox="0 0 10 10" aria-hidden className="size-2.5">
              <rect width="10" height="10" rx="2" className={fill} />
            </svg>
            <dt className="text-sm text-ink-soft">{t(`status.${key === "unmarked" ? "none" : key}`)}</dt>
            <dd className="font-semibold tabular">{counts[key]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
