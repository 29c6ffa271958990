import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CheckboxGroup, RadioGroup, SubmitButton } from "~/ui";
import { type PollPictureProps, useChoices } from "./PollPicture";

export interface PollFormProps {
  pollId: string;
  question: PollPictureProps["question"];
  /** Ids that the learner sent before. */
  picked: readonly string[];
  problem: string | null;
}

/** The learner's answer to an open poll; one tap and send, to be changed until it closes. */
export function PollForm({ pollId, question, picked, problem }: PollFormProps) {
  const { t } = useTranslation("lecture");
  const options = useChoices(question).map(({ id, text, letter }) => ({ value: id, label: `${letter}. ${text}` }));
  const sent = picked.length > 0;
  const common = { label: question.stem, name: "answer", options, ...(problem === null ? {} : { error: problem }) };
  return (
    <Form method="post" preventScrollReset className="grid gap-4">
      <input type="hidden" name="poll" value={pollId} />
      {question.case && <p className="text-ink-soft">{question.case}</p>}
      {question.kind === "multiple" ? <CheckboxGroup {...common} required hint={t("poll.several")} defaultValues={picked} /> : <RadioGroup {...common} required defaultValue={picked[0]} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton>{t(sent ? "poll.change" : "poll.send")}</SubmitButton>
        <p role="status" className="text-sm text-ink-soft">
          {sent ? t("poll.sent") : ""}
        </p>
      </div>
    </Form>
  );
}
