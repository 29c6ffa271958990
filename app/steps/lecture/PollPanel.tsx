import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, SubmitButton } from "~/ui";
import { type PollKind, type PollState, type PollTally } from "./poll";
import { PollPicture } from "./PollPicture";
import { keyOf, type PlacedSlide } from "./slides";

export interface PollPanelProps {
  poll: {
    question: { kind: PollKind; case: string | null; stem: string; choices: { id: string; text: string }[] };
    right: string[];
    explanation: string;
    round: { id: string; state: PollState; revealed: boolean; result: PollTally } | null;
  };
  slide: PlacedSlide;
  running: boolean;
}

/** The presenter's hand on the poll: open, close, reveal, ask again; the answers as they come in. */
export function PollPanel({ poll, slide, running }: PollPanelProps) {
  const { t } = useTranslation("lecture");
  const { round } = poll;
  const { chapter, slide: slideId } = keyOf(slide);
  return (
    <Card title={t("poll.title")} aside={round && <span className="text-sm font-semibold text-ink-soft tabular">{t("poll.answered", { count: round.result.answered })}</span>}>
      <PollPicture question={poll.question} result={round?.result ?? null} right={round?.state === "open" ? null : poll.right} explanation={poll.explanation} />
      <Form method="post" className="mt-4 flex flex-wrap gap-3" preventScrollReset>
        <input type="hidden" name="chapter" value={chapter} />
        <input type="hidden" name="slide" value={slideId} />
        <input type="hidden" name="poll" value={round?.id ?? ""} />
        {round?.state === "open" && (
          <SubmitButton name="intent" value="close-poll">
            {t("poll.close")}
          </SubmitButton>
        )}
        {round?.state === "closed" && (
          <SubmitButton name="intent" value={round.revealed ? "hide-answer" : "reveal-answer"} variant={round.revealed ? "secondary" : "primary"}>
            {t(round.revealed ? "poll.hide" : "poll.reveal")}
          </SubmitButton>
        )}
        {round?.state !== "open" && running && (
          <SubmitButton name="intent" value="open-poll" variant={round ? "secondary" : "primary"}>
            {t(round ? "poll.again" : "poll.open")}
          </SubmitButton>
        )}
      </Form>
      {!running && round === null && <p className="text-sm text-ink-soft">{t("poll.startFirst")}</p>}
    </Card>
  );
}
