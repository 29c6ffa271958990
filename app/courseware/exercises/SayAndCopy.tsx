import CopyIcon from "lucide-react/icons/copy";
import SquareIcon from "lucide-react/icons/square";
import Volume2Icon from "lucide-react/icons/volume-2";
import { type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGE_TAG } from "~/i18n/locale";
import { Button } from "~/ui/Button";
import { useSectionActivity } from "../section-activity";
import { useHydrated } from "../use-hydrated";

/** Hear a sentence as others will, to rehearse it, and take it along. */
export function SayAndCopy({ text }: { text: string }): ReactElement {
  const { t } = useTranslation("exercises");
  const { locale } = useSectionActivity();
  const hydrated = useHydrated();
  const [speaking, setSpeaking] = useState(false);
  const [copied, setCopied] = useState<boolean | null>(null);
  const canSpeak = hydrated && "speechSynthesis" in window;

  useEffect(() => setCopied(null), [text]);
  useEffect(() => (canSpeak ? () => window.speechSynthesis.cancel() : undefined), [canSpeak]);

  const say = (): void => {
    window.speechSynthesis.cancel();
    if (speaking) return setSpeaking(false);
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = LANGUAGE_TAG[locale];
    utterance.onend = utterance.onerror = () => setSpeaking(false);
    setSpeaking(true);
    window.speechSynthesis.speak(utterance);
  };
  const copy = (): void => {
    // Absent where the page is not served safely (http on a phone in the office network).
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const done = clipboard === undefined ? Promise.reject(new Error("no clipboard")) : clipboard.writeText(text);
    done.then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };

  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      {canSpeak && (
        <Button type="button" disabled={text === ""} onClick={say} icon={speaking ? <SquareIcon aria-hidden className="size-4" /> : <Volume2Icon aria-hidden className="size-4" />}>
          {t(speaking ? "intro.stop" : "intro.say")}
        </Button>
      )}
      <Button type="button" disabled={text === "" || !hydrated} onClick={copy} icon={<CopyIcon aria-hidden className="size-4" />}>
        {t("intro.copy")}
      </Button>
      <span aria-live="polite" className="text-sm text-ink-soft">
        {copied === true && t("intro.copied")}
        {copied === false && t("intro.copyFailed")}
      </span>
    </div>
  );
}
