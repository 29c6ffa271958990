import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge, Button, ButtonLink, Card, CONTROL, SubmitButton } from "~/ui";
import { verdictPath } from "../paths";
import { criteriaInOrder } from "./criteria-in-order";
import { CriterionCompare } from "./CriterionCompare";
import { LevelRows } from "./LevelRows";
import type { RevealedCriterion } from "./reveal.server";
import type { RoomPage } from "./room-page.view.server";

type Criterion = ReturnType<typeof criteriaInOrder>[number];
interface Props {
  page: RoomPage;
  reveal: readonly RevealedCriterion[];
}

/** The scores side by side: first those that lie two levels apart, to be talked about; the others stand at the median. */
export function Reconcile({ page, reveal }: Props) {
  const { t } = useTranslation("defense");
  const all = criteriaInOrder(page.chapters).flatMap((criterion) => {
    const revealed = reveal.find((one) => one.chapterSlug === criterion.chapterSlug && one.criterionId === criterion.id);
    return revealed ? [{ criterion, revealed }] : [];
  });
  const open = page.state === "reconciling";
  const discussed = all.filter(({ revealed }) => revealed.discussed);
  const agreed = discussed.filter(({ revealed }) => revealed.agreed !== null).length;
  return (
    <section aria-label={t("reconcile.title")} className="grid gap-4">
      <div>
        <h2 className="text-lg">{t("reconcile.title")}</h2>
        <p className="text-ink-soft tabular">{discussed.length === 0 ? t("reconcile.nothing") : t("reconcile.discuss", { count: discussed.length, agreed })}</p>
      </div>
      {discussed.map(({ criterion, revealed }) => (
        <Card key={`${criterion.chapterSlug} ${criterion.id}`} level={3} title={criterion.title} aside={<AgreedBadge revealed={revealed} />}>
          <CriterionCompare criterion={criterion} revealed={revealed} nameOf={(id) => nameIn(page, id)} />
          {open && <Revise page={page} criterion={criterion} revealed={revealed} />}
          {open && page.me.chair && <Agree criterion={criterion} revealed={revealed} />}
        </Card>
      ))}
      {all.length > discussed.length && (
        <Card level={3} title={t("reconcile.close")}>
          <ul className="divide-y divide-line">
            {all
              .filter(({ revealed }) => !revealed.discussed)
              .map(({ criterion, revealed }) => (
                <li key={`${criterion.chapterSlug} ${criterion.id}`} className="py-1">
                  <details>
                    <summary className="flex min-h-11 cursor-pointer flex-wrap items-center justify-between gap-x-3">
                      <span>{criterion.title}</span>
                      <span className="flex items-center gap-2 text-sm text-ink-soft tabular">
                        {revealed.scores.map((score) => score.revision?.level ?? score.level).join(" · ")}
                        <AgreedBadge revealed={revealed} />
                      </span>
                    </summary>
                    <CriterionCompare criterion={criterion} revealed={revealed} nameOf={(id) => nameIn(page, id)} />
                    {open && page.me.chair && <Agree criterion={criterion} revealed={revealed} />}
                  </details>
                </li>
              ))}
          </ul>
        </Card>
      )}
      {open && (page.me.chair ? <ButtonLink to={verdictPath(page.head.slotId)} variant="primary" size="lg">{t("reconcile.verdict")}</ButtonLink> : <p className="text-ink-soft">{t("reconcile.chairDecides")}</p>)}
    </section>
  );
}

/** The agreed level, or the one that stands unless the panel says otherwise. */
export function AgreedBadge({ revealed: { agreed, proposed, discussed } }: { revealed: Pick<RevealedCriterion, "agreed" | "proposed" | "discussed"> }) {
  const { t } = useTranslation("defense");
  if (agreed !== null) return <Badge tone="ok">{t("agreed", { level: agreed.level })}</Badge>;
  return discussed || proposed === null ? <Badge tone="signal">{t("notAgreed")}</Badge> : <Badge>{t("stands", { level: proposed })}</Badge>;
}

export function nameIn(page: Pick<RoomPage, "members">, examinerId: string): string {
  return page.members.find(({ personId }) => personId === examinerId)?.name ?? "";
}

interface Part {
  criterion: Criterion;
  revealed: RevealedCriterion;
}

/** Changing one's own level after hearing the others; the original stays beside it. */
function Revise({ page, criterion, revealed }: Part & { page: RoomPage }) {
  const { t } = useTranslation("defense");
  const own = revealed.scores.find(({ examinerId }) => examinerId === page.me.personId);
  if (own === undefined) return null;
  return (
    <details className="mt-3 border-t border-line pt-1">
      <summary className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">{t("revise.open")}</summary>
      <Form method="post" key={own.revision?.level ?? own.level} className="grid gap-3">
        <Place criterion={criterion} />
        <LevelRows name="level" levels={criterion.levels} value={own.revision?.level ?? own.level} required />
        <label className="grid gap-1">
          <span className="text-sm font-semibold">{t("revise.reason")}</span>
          <input name="reason" required maxLength={500} className={CONTROL} />
        </label>
        <span>
          <Button type="submit" name="intent" value="revise">
            {t("revise.save")}
          </Button>
        </span>
      </Form>
    </details>
  );
}

/** The chair writes down what the panel agreed on. */
function Agree({ criterion, revealed }: Part) {
  const { t } = useTranslation("defense");
  return (
    <Form method="post" key={revealed.agreed?.level ?? "open"} className="mt-3 grid gap-3 border-t border-line pt-3">
      <Place criterion={criterion} />
      <fieldset className="min-w-0">
        <legend className="mb-2 font-semibold">{t("agree.title")}</legend>
        <LevelRows name="level" levels={criterion.levels} value={revealed.agreed?.level ?? (revealed.discussed ? null : revealed.proposed)} required />
      </fieldset>
      <span>
        <SubmitButton name="intent" value="agree" variant={revealed.agreed ? "secondary" : "primary"}>
          {t(revealed.agreed ? "agree.again" : "agree.save")}
        </SubmitButton>
      </span>
    </Form>
  );
}

function Place({ criterion }: { criterion: Criterion }) {
  return (
    <>
      <input type="hidden" name="chapter" value={criterion.chapterSlug} />
      <input type="hidden" name="criterion" value={criterion.id} />
    </>
  );
}
