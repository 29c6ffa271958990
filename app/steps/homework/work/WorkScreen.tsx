import { Form, useSubmit } from "@remix-run/react";
import { type FormEvent, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Button, Callout, ConfirmButton, EmptyState, SavingState, StateBadge, useHydrated } from "~/ui";
import { HomeworkHead, type HomeworkPlace } from "../HomeworkHead";
import { takes } from "../homework";
import type { TextConflict } from "../save-form.server";
import type { WorkPage } from "../work-page.view.server";
import { FilesPart } from "./FilesPart";
import { RecordingsCard } from "./RecordingsCard";
import { SheetPart } from "./SheetPart";
import { TaskCard } from "./TaskCard";
import { TextPart } from "./TextPart";
import { useWorkTexts, type WorkTexts } from "./use-work-texts";
import { VersionCard } from "./VersionCard";
import { WorkNow } from "./WorkNow";

/** Why something was not done. */
export type WorkAnswer = { problem: string; parts?: string[]; part?: string; conflicts?: TextConflict[] };

export interface WorkScreenProps {
  page: WorkPage;
  place: HomeworkPlace;
  locale: Locale;
  timeZone: string;
  now: Date;
  /** Names this rendering, so that the same page sent twice is one. */
  nonce: string;
  answer?: WorkAnswer | null;
}

const FORM = "homework-form";

/** Where homework is done: the task, the parts, handing in, and what came of it. */
export function WorkScreen(props: WorkScreenProps) {
  const { t } = useTranslation("homework");
  const { page, place, locale } = props;
  const { assignment, state } = page;
  return (
    <div className="mx-auto max-w-3xl">
      <HomeworkHead place={place} heading={t("title")} badge={page.stepState && <StateBadge state={page.stepState} />} locale={locale} />
      {assignment === null ? (
        <EmptyState title={t("noTask")}>{t("noTaskText")}</EmptyState>
      ) : (
        <div className="grid gap-6">
          <WorkNow {...props} />
          <TaskCard assignment={assignment} rubric={page.rubric} open={state === "new" || state === "draft"} />
          {(state === "new" || takes(state, "write")) && page.stepState !== "locked" && <Workbench {...props} assignment={assignment} />}
          {page.versions.length > 0 && <RecordingsCard recordings={page.recordings} locale={locale} timeZone={props.timeZone} />}
          {page.versions.map((version, at) => (
            <VersionCard key={version.id} version={version} open={at === 0} locale={locale} timeZone={props.timeZone} />
          ))}
        </div>
      )}
    </div>
  );
}

/** The parts to work on, and handing in. */
function Workbench({ page, place, nonce, answer, assignment }: WorkScreenProps & { assignment: NonNullable<WorkPage["assignment"]> }) {
  const { t } = useTranslation("homework");
  const texts = useWorkTexts(page, place);
  const missing = new Set(answer?.problem === "missing" ? answer.parts : []);
  const { snapshot } = texts;
  const [busy, setBusy] = useState<readonly string[]>([]);
  const noteBusy = useCallback((part: string, isBusy: boolean) => setBusy((parts) => [...parts.filter((one) => one !== part), ...(isBusy ? [part] : [])]), []);
  return (
    <section aria-labelledby="work" className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="work" className="text-lg">
          {t("work.title")}
        </h2>
        <SavingState status={snapshot.status} onDevice={snapshot.onDevice} waiting={[...snapshot.values.values()].filter(({ status }) => status !== "saved").length} />
      </div>
      {answer && <Problem answer={answer} />}
      {assignment.parts.map((part) => {
        switch (part.kind) {
          case "text": {
            const view = snapshot.values.get(part.position);
            if (view === undefined) return null;
            return (
              <TextPart
                key={part.id}
                part={part}
                view={view}
                revision={page.texts.find(({ position }) => position === part.position)?.revision ?? 0}
                form={FORM}
                conflict={answer?.conflicts?.find(({ position }) => position === part.position)}
                onChange={(value) => void texts.put(part.position, value)}
                onSettle={(choice) => void texts.settle(part.position, choice)}
              />
            );
          }
          case "sheet":
            return <SheetPart key={part.id} part={part} sheet={page.sheets.find((sheet) => sheet.part === part.id)} carriable={page.carriable[part.id] ?? []} open missing={missing.has(part.id)} />;
          case "files":
          case "recording":
            return <FilesPart key={part.id} part={part} files={page.files.filter((file) => file.part === part.id)} place={place} open missing={missing.has(part.id)} problem={answer?.part === part.id ? answer.problem : null} onBusy={noteBusy} />;
        }
      })}
      <HandIn page={page} texts={texts} busy={busy.length > 0} nonce={nonce} />
    </section>
  );
}

/** The last line: saving before scripts run, and handing in. With scripts what is typed, recorded and chosen is on the server first. */
function HandIn({ page, texts, busy, nonce }: { page: WorkPage; texts: WorkTexts; busy: boolean; nonce: string }) {
  const { t } = useTranslation("homework");
  const hydrated = useHydrated();
  const submit = useSubmit();
  const [held, setHeld] = useState<"unsaved" | "underWay" | null>(null);
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void texts.flush().then(() => {
      const why = busy ? "underWay" : texts.look().status === "saved" ? null : "unsaved";
      setHeld(why);
      if (why === null) submit({ intent: "hand-in", nonce }, { method: "post" });
    });
  };
  const again = page.state === "returned";
  const peers = again ? 0 : page.peerReviews;
  return (
    <Form id={FORM} method="post" onSubmit={hydrated ? send : undefined} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="nonce" value={nonce} />
      {!hydrated && (
        <Button type="submit" name="intent" value="save">
          {t("work.save")}
        </Button>
      )}
      <ConfirmButton form={FORM} name="intent" value="hand-in" variant="primary" size="lg" harmless title={t("handIn.ask")} consequence={peers > 0 ? t("handIn.consequencePeers", { count: peers }) : t("handIn.consequence")} confirmLabel={t("handIn.confirm")}>
        {t(again ? "handIn.again" : "handIn.button")}
      </ConfirmButton>
      {held ? (
        <span role="alert" className="text-sm font-semibold text-danger">
          {t(`handIn.${held}`)}
        </span>
      ) : (
        <span className="text-sm text-ink-soft">{t(hydrated ? "work.saves" : "work.savesByButton")}</span>
      )}
    </Form>
  );
}

function Problem({ answer }: { answer: WorkAnswer }) {
  const { t } = useTranslation("homework");
  if (answer.part !== undefined) return null;
  return (
    <div role="alert">
      <Callout kind="danger" title={t("problem.title")}>
        <p>{t([`problem.${answer.problem}`, "problem.other"])}</p>
      </Callout>
    </div>
  );
}
