import { Link } from "@remix-run/react";
import clsx from "clsx";
import Check from "lucide-react/icons/check";
import { useTranslation } from "react-i18next";

/** Where one is in a task of several pages (creating a cohort, importing people). `current` is an index; done steps may link back. */
export function Stepper({ label, steps, current }: { label: string; steps: readonly { label: string; to?: string }[]; current: number }) {
  const { t } = useTranslation("ui");
  return (
    <nav aria-label={label} className="mb-6">
      <p className="text-sm text-ink-soft tabular sm:hidden">
        {t("stepper.at", { number: current + 1, total: steps.length })} · <strong className="text-ink">{steps[current]?.label}</strong>
      </p>
      <ol className="mt-2 flex gap-1.5 sm:mt-0 sm:gap-4">
        {steps.map((step, index) => {
          const done = index < current;
          const text = (
            <>
              <span className={clsx("grid size-6 shrink-0 place-items-center rounded-full border text-xs font-semibold tabular", done ? "border-pine bg-pine text-on-pine" : index === current ? "border-pine text-pine" : "border-line-strong text-ink-soft")}>
                {done ? <Check aria-hidden className="size-3.5" /> : index + 1}
              </span>
              {step.label}
            </>
          );
          return (
            <li key={step.label} aria-current={index === current ? "step" : undefined} className={clsx("flex-1 border-t-3 sm:pt-2", index <= current ? "border-pine" : "border-line")}>
              <span className={clsx("text-sm max-sm:sr-only", index === current ? "font-semibold" : "text-ink-soft")}>
                {done && step.to ? (
                  <Link to={step.to} className="flex min-h-11 items-center gap-2 hover:text-pine">
                    {text}
                  </Link>
                ) : (
                  <span className="flex min-h-11 items-center gap-2">{text}</span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
