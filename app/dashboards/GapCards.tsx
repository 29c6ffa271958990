import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Badge, buttonClass, Card } from "~/ui";
import type { GapCard } from "./first-screen.view.server";
import { gapPath, peoplePath } from "./paths";
import { unknownOf } from "./ready";

const TONES = { sure: "pine", partly: "mist", open: "neutral" } as const;

/** The largest gaps as decisions: what, how sure, where, what would change it, who does what by when. */
export function GapCards({ cards, teamId, locale, live }: { cards: readonly GapCard[]; teamId: string | null; locale: Locale; live: boolean }) {
  const { t } = useTranslation("dashboards");
  return (
    <ol className="grid gap-4 lg:grid-cols-3">
      {cards.map((card) => (
        <Card key={card.competency} as="li" level={3} title={t(`competencies.${card.competency}`)} aside={<Badge tone={TONES[card.sureness]}>{t(`gap.sure.${card.sureness}`)}</Badge>} className="flex flex-col">
          <p className="text-lg leading-snug font-semibold 2xl:text-xl">{card.kind === "known" ? t("gap.known", { count: card.least, people: card.counts.people }) : t("gap.unknown", { count: unknownOf(card.counts), people: card.counts.people })}</p>
          <p className="mt-1 text-sm text-ink-soft">{t("gap.between", { least: card.least, most: card.most, people: card.counts.people })}</p>
          {card.where && (
            <p className="mt-2 text-sm">
              {card.kind === "known" ? t("gap.whereKnown", { team: pick(card.where.team.name, locale), count: card.where.counts.notReady, people: card.where.counts.people }) : t("gap.whereUnknown", { team: pick(card.where.team.name, locale), count: unknownOf(card.where.counts), people: card.where.counts.people })}
            </p>
          )}
          <p className="mt-2 text-sm">
            <span className="font-semibold">{t("gap.wouldChange")}</span> {wouldChange(card, t)}
          </p>
          <Decided card={card} locale={locale} />
          {live && (
            <p className="mt-3 flex flex-wrap gap-2" data-print="no">
              {teamId && (
                <Link to={gapPath(teamId, card.competency)} className={buttonClass(card.decision?.state === "open" ? "secondary" : "primary", "md")} aria-label={t("gap.decideOn", { competency: t(`competencies.${card.competency}`) })}>
                  {card.decision?.state === "open" ? t("gap.change") : t("gap.decide")}
                </Link>
              )}
              <Link to={peoplePath(card.competency, { team: teamId, standing: card.kind === "known" ? "not-ready" : null })} className={buttonClass("quiet", "md")} aria-label={t("gap.peopleOf", { competency: t(`competencies.${card.competency}`) })}>
                {t("gap.who")}
              </Link>
            </p>
          )}
        </Card>
      ))}
    </ol>
  );
}

/** What evidence would move the figure, in words: fewest first. */
function wouldChange({ counts, applications }: GapCard, t: ReturnType<typeof useTranslation>["t"]): string {
  const none = counts.people - counts.ready - counts.notReady - counts.unsure;
  const parts = [
    ...(none > 0 ? [t("gap.needFirst", { count: none })] : []),
    ...(applications !== null ? [t("gap.needMore", { count: applications })] : counts.notReady + counts.unsure > 0 ? [t("gap.needTraining")] : []),
  ];
  return parts.join(" ");
}

function Decided({ card, locale }: { card: GapCard; locale: Locale }) {
  const { t } = useTranslation("dashboards");
  const { decision } = card;
  if (decision?.state !== "open") return <p className="mt-3 border-t border-line pt-3 text-sm text-ink-soft">{t("gap.nobody")}</p>;
  return (
    <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line pt-3 text-sm">
      <dt className="text-ink-soft">{t("gap.owner")}</dt>
      <dd className="font-semibold">{decision.owner && personName(decision.owner, locale)}</dd>
      <dt className="text-ink-soft">{t("gap.nextAction")}</dt>
      <dd>{decision.nextAction}</dd>
      <dt className="text-ink-soft">{t("gap.dueOn")}</dt>
      <dd className="tabular">{decision.dueOn}</dd>
    </dl>
  );
}
