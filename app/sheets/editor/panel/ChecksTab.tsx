import { Link } from "@remix-run/react";
import BookOpen from "lucide-react/icons/book-open";
import CircleCheck from "lucide-react/icons/circle-check";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import { Meter } from "~/ui";
import type { Finding } from "../../evaluation";
import { SeverityIcon, useProblemText } from "../CellNotes";
import { useDesk } from "../desk";
import { groupedMissing, type MissingGroup } from "../missing";
import { spotOf } from "../places";
import { readingOf } from "../reading";
import { usePlaceName } from "../use-place-name";
import { Lead } from "./Lead";
import { PictureTab } from "./PictureTab";

/** What is still missing, what cannot be read, and what a coach would see; each leads to its place. */
export function ChecksTab({ picture }: { /** The picture stands below: where there is room for it. */ picture: boolean }) {
  const { t } = useTranslation("sheets");
  const { screen, evaluation } = useDesk();
  const { done, of, missing, complete } = evaluation.completeness;
  const problems = Object.entries(evaluation.problems).filter(([address]) => spotOf(screen.definition, address));
  const problemText = useProblemText();
  const placeName = usePlaceName();
  const groups = groupedMissing(screen.definition, missing);
  return (
    <div className="grid gap-7">
      <section>
        <h2 className="mb-2 text-base">{t("checks.complete")}</h2>
        <Meter label={t("checks.filled")} value={done} max={Math.max(of, 1)} text={t("checks.share", { done, of })} />
        {complete ? (
          <p className="mt-3 flex items-start gap-2 text-sm text-ok">
            <CircleCheck aria-hidden className="mt-0.5 size-4.5 shrink-0" />
            {t("checks.allThere")}
          </p>
        ) : (
          <ul className="mt-3 divide-y divide-line border-y border-line">
            {groups.map((group) => (
              <MissingLine key={group.key} group={group} />
            ))}
          </ul>
        )}
      </section>
      {problems.length > 0 && (
        <section>
          <h2 className="mb-2 text-base">{t("checks.unreadable")}</h2>
          <ul className="divide-y divide-line border-y border-line">
            {problems.map(([address, problem]) => (
              <li key={address}>
                <Lead address={address}>
                  <span className="block text-sm text-ink-soft">{placeName(address)}</span>
                  <span className="block font-semibold text-danger">{problemText(problem)}</span>
                </Lead>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 className="mb-1 text-base">{t("checks.method")}</h2>
        {evaluation.findings.length === 0 ? (
          <p className="flex items-start gap-2 text-sm text-ok">
            <CircleCheck aria-hidden className="mt-0.5 size-4.5 shrink-0" />
            {t("checks.none")}
          </p>
        ) : (
          <>
            <p className="mb-3 text-sm text-ink-soft">{t("checks.explain")}</p>
            <ul className="grid gap-3">
              {[...evaluation.findings]
                .sort((a, b) => Number(b.severity === "problem") - Number(a.severity === "problem"))
                .map((finding) => (
                  <FindingCard key={`${finding.checkId}@${finding.at ?? ""}`} finding={finding} place={finding.at === null ? null : placeName(finding.at)} />
                ))}
            </ul>
          </>
        )}
      </section>
      {picture && (
        <section className="max-lg:hidden">
          <h2 className="mb-2 text-base">{t("panel.picture")}</h2>
          <PictureTab />
        </section>
      )}
    </div>
  );
}

function MissingLine({ group }: { group: MissingGroup }) {
  const { t } = useTranslation("sheets");
  const { io } = useDesk();
  const placeName = usePlaceName();
  const { first } = group;
  return (
    <li>
      {group.kind === "rule" ? (
        <p className="py-2.5 text-sm">{pick(group.text, io.locale)}</p>
      ) : (
        <Lead address={first}>
          <span className="block text-sm font-semibold">{group.kind === "rows" ? t("checks.rows", { has: group.has, needs: group.needs, name: placeName(first) }) : placeName(group.key)}</span>
          {group.kind === "cells" && group.labels.length > 0 && <span className="line-clamp-2 block text-sm text-ink-soft">{group.labels.map((label) => pick(label, io.locale)).join(t("list.separator"))}</span>}
        </Lead>
      )}
    </li>
  );
}

function FindingCard({ finding, place }: { finding: Finding; place: string | null }) {
  const { t } = useTranslation("sheets");
  const { screen, io } = useDesk();
  const reading = readingOf(screen, finding.read);
  const problem = finding.severity === "problem";
  return (
    <li className={`rounded-e-md border-s-3 bg-paper-deep/50 px-3 py-2.5 ${problem ? "border-danger" : "border-mist"}`}>
      <p className="flex items-start gap-2">
        <SeverityIcon severity={finding.severity} className={`mt-1 size-4.5 ${problem ? "text-danger" : "text-mist"}`} />
        <span className="font-semibold">{pick(finding.message, io.locale)}</span>
      </p>
      <p className="mt-1 text-sm text-ink-soft">{pick(finding.reason, io.locale)}</p>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 text-sm">
        {finding.at !== null && place && (
          <Lead address={finding.at}>
            <span className="text-pine underline underline-offset-4">{place}</span>
          </Lead>
        )}
        {reading.path ? (
          <Link to={reading.path} className="inline-flex min-h-11 items-center gap-1.5 text-pine underline underline-offset-4">
            <BookOpen aria-hidden className="size-4 shrink-0" />
            {t("checks.read", { title: reading.title })}
          </Link>
        ) : (
          <span className="inline-flex min-h-11 items-center gap-1.5 text-ink-soft">
            <BookOpen aria-hidden className="size-4 shrink-0" />
            {t("checks.read", { title: reading.title })}
          </span>
        )}
      </div>
    </li>
  );
}

