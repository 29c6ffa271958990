import { useTranslation } from "react-i18next";
import { Card, Disclosure, useHydrated } from "~/ui";
import type { ExaminerSheet } from "./client/use-sheet";
import { PROMPT_MARKS, promptPosition } from "./places";
import type { RoomPage } from "./room-page.view.server";

interface Props {
  page: RoomPage;
  sheet: ExaminerSheet;
  /** Whether marks are taken. */
  open: boolean;
}

/** The questions to choose from, with what a good answer contains, and a mark for how it came. */
export function PromptList({ page, sheet, open }: Props) {
  const { t } = useTranslation("defense");
  const hydrated = useHydrated();
  const titles = new Map(page.chapters.flatMap(({ slug, criteria }) => criteria.map(({ id, title }) => [`${slug} ${id}`, title])));
  return (
    <Card title={t("room.prompts")}>
      <p className="text-sm text-ink-soft">{t("prompts.hint")}</p>
      <ul className="mt-2 divide-y divide-line">
        {page.prompts.map((prompt, at) => {
          const position = promptPosition(at);
          const mark = sheet.snapshot.values.get(position)?.value ?? "";
          return (
            <li key={`${prompt.chapterSlug} ${prompt.id}`} className="py-2">
              <Disclosure
                summary={
                  <span className="min-w-0 flex-1">
                    <span className="block text-sm text-ink-soft">
                      {prompt.theme}
                      {mark !== "" && <span className="ms-2 font-semibold text-pine">{t(`prompts.mark.${mark}`)}</span>}
                    </span>
                    <span className="block leading-snug font-semibold">{prompt.text}</span>
                  </span>
                }
              >
                <div className="grid gap-2 ps-5.5 pb-2 text-sm">
                  <p className="font-semibold">{t("prompts.looksFor")}</p>
                  <ul className="list-disc ps-4 leading-relaxed">
                    {prompt.looksFor.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                  {prompt.followUp !== null && <p>{t("prompts.followUp", { text: prompt.followUp })}</p>}
                  <p className="text-ink-soft">{t("prompts.speaksFor", { titles: prompt.criteria.map((id) => titles.get(`${prompt.chapterSlug} ${id}`) ?? id).join(t("and")) })}</p>
                </div>
              </Disclosure>
              {open && (
                <div role="group" aria-label={t("prompts.markOf", { theme: prompt.theme })} className="mt-1 grid grid-cols-3 gap-2">
                  {PROMPT_MARKS.map((one) => (
                    <label key={one} className="flex min-h-11 cursor-pointer items-center justify-center rounded-md border border-line-strong bg-surface px-2 text-center text-sm has-checked:border-pine has-checked:bg-pine-soft has-checked:font-semibold has-checked:text-pine-deep has-focus-visible:outline-2 has-focus-visible:outline-pine">
                      <input type="radio" form="scores" name={`v.${position}`} value={one} className="sr-only" checked={mark === one} onChange={() => void sheet.put(position, one)} />
                      {t(`prompts.mark.${one}`)}
                    </label>
                  ))}
                  {!hydrated && <input type="hidden" form="scores" name={`base.${position}`} value={page.sheet.find((place) => place.position === position)?.revision ?? 0} />}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
