import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui";
import { GivenAnswer } from "../GivenAnswer";
import type { QuizResponse } from "../question";
import type { ShownQuestion } from "../shown-question";

interface Props {
  question: ShownQuestion;
  mine: QuizResponse | null;
  theirs: QuizResponse | null;
  onSettle: (choice: "mine" | "server") => void;
}

/** Two devices said different things: both are shown, and only the learner throws one away. */
export function ConflictBox({ question, mine, theirs, onSettle }: Props) {
  const { t } = useTranslation("quiz");
  return (
    <section role="alert" aria-labelledby="conflict" className="mb-5 rounded-lg border-2 border-danger bg-surface p-4">
      <h3 id="conflict" className="text-base text-danger">
        {t("conflict.title")}
      </h3>
      <p className="mt-0.5 mb-3 text-sm text-ink-soft">{t("conflict.text")}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Version title={t("conflict.mine")} action={<Button type="button" variant="primary" onClick={() => onSettle("mine")}>{t("conflict.keepMine")}</Button>}>
          <GivenAnswer question={question} value={mine} />
        </Version>
        <Version title={t("conflict.theirs")} action={<Button type="button" onClick={() => onSettle("server")}>{t("conflict.takeTheirs")}</Button>}>
          <GivenAnswer question={question} value={theirs} />
        </Version>
      </div>
    </section>
  );
}

function Version({ title, action, children }: { title: string; action: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-3 rounded-md border border-line bg-paper p-3">
      <p className="text-sm font-semibold">{title}</p>
      <div className="max-h-60 flex-1 overflow-y-auto">{children}</div>
      {action}
    </div>
  );
}
