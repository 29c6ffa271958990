import CircleCheck from "lucide-react/icons/circle-check";
import { useTranslation } from "react-i18next";
import { letterOf, type PollBar, type PollKind, type PollTally } from "./poll";

export interface PollPictureProps {
  question: { kind: PollKind; case: string | null; stem: string; choices: { id: string; text: string }[] };
  /** Null while the room still answers: then the choices stand without bars. */
  result: PollTally | null;
  /** Ids of the right answer, when it is revealed. */
  right: readonly string[] | null;
  explanation?: string | null;
  /** Below the question: how many answered. */
  note?: string;
  /** Ids that the reader chose. */
  picked?: readonly string[];
}

/** The choices as shown: those of the question, or true and false. */
export function useChoices(question: PollPictureProps["question"]): { id: string; text: string; letter: string }[] {
  const { t } = useTranslation("lecture");
  const choices = question.kind === "true-false" ? [{ id: "true", text: t("poll.true") }, { id: "false", text: t("poll.false") }] : question.choices;
  return choices.map((choice, position) => ({ ...choice, letter: letterOf(position) }));
}

/** The question with its choices; the result as bars, with the same as a table for who does not see them. */
export function PollPicture({ question, result, right, explanation, note, picked = [] }: PollPictureProps) {
  const { t } = useTranslation("lecture");
  const choices = useChoices(question);
  const why = right === null ? null : explanation;
  // A picture holds no list.
  const [List, Item] = result ? (["div", "div"] as const) : (["ol", "li"] as const);
  const barOf = (id: string): PollBar | undefined => result?.bars.find((bar) => bar.id === id);
  return (
    <div className="poll-question" data-fit data-result={result !== null || undefined}>
      <div>
        {question.case && <p className="poll-case mb-[0.8em] text-ink-soft">{question.case}</p>}
        <p className="poll-stem">{question.stem}</p>
        {question.kind === "multiple" && result === null && <p className="mt-[0.4em] text-ink-soft">{t("poll.several")}</p>}
        {note && <p className="poll-answered mt-[0.8em] font-semibold text-pine tabular">{note}</p>}
        {why && <p className="mt-[0.8em] text-[0.9em] text-ink-soft">{why}</p>}
      </div>
      <div>
        <List className="poll-choices" {...(result ? { role: "img", "aria-label": t("poll.result") } : {})}>
          {choices.map(({ id, text, letter }) => {
            const bar = barOf(id);
            const isRight = right?.includes(id) ?? false;
            return (
              <Item key={id} className="poll-choice" data-right={isRight || undefined}>
                <span className="poll-letter">{letter}</span>
                <span className="poll-text">
                  {text}
                  {isRight && <CircleCheck aria-hidden className="ms-[0.3em] inline size-[1.05em] align-[-0.15em]" />}
                  {picked.includes(id) && <span className="ms-2 text-[0.8em] font-normal whitespace-nowrap text-ink-soft">{t("poll.yours")}</span>}
                </span>
                {bar && (
                  <>
                    <svg className="poll-bar" viewBox="0 0 100 4" preserveAspectRatio="none">
                      <rect width="100" height="4" className="fill-paper-deep" />
                      <rect width={bar.share * 100} height="4" className={isRight ? "fill-ok" : right === null ? "fill-pine" : "fill-line-strong"} />
                    </svg>
                    <span className="poll-count">
                      {bar.count} <span className="text-[0.8em] font-normal text-ink-soft">{percent(bar)}%</span>
                    </span>
                  </>
                )}
              </Item>
            );
          })}
        </List>
        {result && <ResultTable choices={choices} barOf={barOf} right={right} />}
      </div>
    </div>
  );
}

function ResultTable({ choices, barOf, right }: { choices: { id: string; text: string; letter: string }[]; barOf: (id: string) => PollBar | undefined; right: readonly string[] | null }) {
  const { t } = useTranslation("lecture");
  return (
    <table className="sr-only">
      <caption>{t("poll.result")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("poll.choice")}</th>
          <th scope="col">{t("poll.count")}</th>
          <th scope="col">{t("poll.share")}</th>
        </tr>
      </thead>
      <tbody>
        {choices.map(({ id, text, letter }) => {
          const bar = barOf(id);
          return (
            <tr key={id}>
              <th scope="row">
                {letter} {text} {right?.includes(id) && `(${t("poll.right")})`}
              </th>
              <td>{bar?.count ?? 0}</td>
              <td>{bar ? percent(bar) : 0}%</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function percent(bar: PollBar): number {
  return Math.round(bar.share * 100);
}
