import { useTranslation } from "react-i18next";
import type { ShownCode } from "./use-code";

/** A QR code; black on white whatever the theme, or cameras do not read it. */
export function QrCode({ qr, label, className }: { qr: ShownCode["qr"]; label: string; className?: string }) {
  return (
    <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={label} className={className} shapeRendering="crispEdges">
      <rect width={qr.size} height={qr.size} fill="#fff" />
      <path d={qr.path} fill="#000" />
    </svg>
  );
}

/** The six digits in two groups, as they are read out. */
export function CodeDigits({ code, className }: { code: string; className?: string }) {
  return (
    <span className={className}>
      <span className="sr-only" data-testid="check-in-code">
        {code}
      </span>
      <span aria-hidden className="tabular">
        {code.slice(0, 3)}
        <span className="inline-block w-[0.3em]" />
        {code.slice(3)}
      </span>
    </span>
  );
}

/** The check-in screen on the wall: code, QR code, how many are there. */
export function CodeScreen({ card, address, present, learners }: { card: ShownCode; address: string; present: number; learners: number }) {
  const { t } = useTranslation("lecture");
  return (
    <section aria-label={t("present.code")} className="slide-stage">
      <div className="slide-frame !grid-rows-[minmax(0,1fr)_auto]">
        <div className="grid grid-cols-[7fr_5fr] items-center gap-[5cqi]">
          <div>
            <p className="text-[5cqi] leading-tight font-semibold">{t("checkIn.title")}</p>
            <CodeDigits code={card.code} className="mt-[1cqi] block text-[11cqi] leading-tight font-semibold tracking-[0.02em] whitespace-nowrap text-pine" />
            <p className="mt-[1.5cqi] text-[2.3cqi] leading-normal text-ink-soft">{t("live.join")}</p>
            <p className="text-[2.6cqi] leading-normal font-semibold">{address}</p>
          </div>
          <div>
            <QrCode qr={card.qr} label={t("live.scan")} className="w-full rounded-[0.8cqi]" />
          </div>
        </div>
        <p className="text-[2cqi] leading-normal font-semibold tabular">{t("live.presentCount", { present, total: learners })}</p>
      </div>
    </section>
  );
}
