import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink, Callout, Card, PageHeader, SubmitButton } from "~/ui";
import { roomPath } from "../paths";
import { criteriaInOrder } from "./criteria-in-order";
import { criterionPositions } from "./places";
import type { RoomPage } from "./room-page.view.server";

/** One's own scores once more, in words; then they are locked. */
export function LockScreen({ page, problem }: { page: RoomPage; problem: string | null }) {
  const { t } = useTranslation("defense");
  const { head } = page;
  const at = (position: number): string => page.sheet.find((place) => place.position === position)?.value ?? "";
  const rows = criteriaInOrder(page.chapters).map((criterion) => {
    const { level, note } = criterionPositions(criterion.at);
    return { criterion, level: at(level), note: at(note) };
  });
  const missing = rows.filter(({ level }) => level === "");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader crumbs={[{ to: roomPath(head.slotId), label: head.candidate }]} title={t("lock.title")} lead={t("lock.lead")} />
      {problem !== null && (
        <div role="alert" className="mb-4">
          <Callout kind="danger" title={t([`error.${problem}`, "error.wrong-state"])}>
            <p>{t("error.look")}</p>
          </Callout>
        </div>
      )}
      {missing.length > 0 ? (
        <Callout kind="now" title={t("lock.missing", { count: missing.length })}>
          <p>{missing.map(({ criterion }) => criterion.title).join(t("and"))}</p>
        </Callout>
      ) : (
        <Form method="post" className="sticky top-14 z-10 -mx-4 flex flex-wrap items-center gap-3 border-b border-line bg-paper px-4 py-3">
          <SubmitButton name="intent" value="lock" size="lg">
            {t("lock.button")}
          </SubmitButton>
          <span className="text-sm text-ink-soft">{t("lock.hint")}</span>
        </Form>
      )}
      <Card className="mt-4">
        <dl className="divide-y divide-line">
          {rows.map(({ criterion, level, note }) => (
            <div key={`${criterion.chapterSlug} ${criterion.id}`} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[12rem_1fr]">
              <dt className="font-semibold">{criterion.title}</dt>
              <dd>
                {level === "" ? <span className="font-semibold text-danger">{t("lock.none")}</span> : <span>{t("lock.level", { level, text: criterion.levels.find(({ points }) => String(points) === level)?.text ?? "" })}</span>}
                {note !== "" && <span className="mt-1 block text-sm whitespace-pre-line text-ink-soft">{note}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      <p className="mt-4">
        <ButtonLink to={roomPath(head.slotId)}>{t("lock.back")}</ButtonLink>
      </p>
    </div>
  );
}
