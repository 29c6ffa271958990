import { useFetcher } from "@remix-run/react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton, TextArea, useEarlyFields } from "~/ui";
import { COMMENT_CHARACTERS } from "../../comment";
import type { SheetAnswer } from "../../sheet-answer";
import { sheetPath } from "../../paths";
import { useDesk } from "../desk";

/** A new remark, or (with `replyTo`) an answer to one. Who is named with @ is told; without scripts a tick does the same. */
export function CommentForm({ about, label, replyTo }: { about: string; label: string; replyTo?: string }) {
  const { t } = useTranslation("sheets");
  const { screen } = useDesk();
  const fetcher = useFetcher<SheetAnswer>();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [body, setBody] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const others = screen.people.filter(({ id }) => id !== screen.me.id);
  const named = (name: string): boolean => body.includes(`@${name}`);
  const typedEarly = useEarlyFields(id).find(({ name }) => name === "body")?.value;
  useEffect(() => {
    if (typedEarly) setBody(typedEarly);
  }, [typedEarly]);
  const taken = fetcher.state === "idle" && fetcher.data?.code === "commented";
  useEffect(() => {
    if (!taken) return;
    setBody("");
    setTicked(new Set());
  }, [taken, fetcher.data]);
  const failed = fetcher.state === "idle" && fetcher.data && fetcher.data.code !== "commented" ? t(`answer.${fetcher.data.code}`) : undefined;
  return (
    <fetcher.Form id={id} ref={form} method="post" action={sheetPath(screen.id, { panel: "comments" })} className="grid gap-2">
      <input type="hidden" name="about" value={about} />
      {replyTo && <input type="hidden" name="replyTo" value={replyTo} />}
      <TextArea
        label={label}
        hideLabel={replyTo !== undefined}
        name="body"
        rows={2}
        required
        maxLength={COMMENT_CHARACTERS}
        value={body}
        error={failed}
        placeholder={replyTo ? t("comments.replyHint") : t("comments.hint")}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
        }}
      />
      {others.length > 0 && (
        <fieldset className="flex flex-wrap items-center gap-1.5">
          <legend className="float-left me-1 py-2 text-sm text-ink-soft">{t("comments.tell")}</legend>
          {others.map(({ id, name }) => (
            <label key={id} className="inline-flex min-h-9 cursor-pointer items-center rounded-full border border-line-strong px-3 text-sm has-checked:border-pine has-checked:bg-pine-soft has-checked:font-semibold has-checked:text-pine-deep has-focus-visible:outline-2 has-focus-visible:outline-pine coarse:min-h-11">
              <input
                type="checkbox"
                name="mention"
                value={id}
                checked={ticked.has(id) || named(name)}
                className="sr-only"
                onChange={() => {
                  if (named(name)) setBody(body.replaceAll(`@${name}`, name));
                  setTicked(ticked.has(id) ? new Set([...ticked].filter((one) => one !== id)) : new Set([...ticked, id]));
                }}
              />
              @{name}
            </label>
          ))}
        </fieldset>
      )}
      <div>
        <SubmitButton size="sm" name="intent" value="comment" pending={fetcher.state !== "idle"}>
          {replyTo ? t("comments.reply") : t("comments.send")}
        </SubmitButton>
      </div>
    </fetcher.Form>
  );
}
