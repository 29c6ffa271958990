import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { LANGUAGE_TAG, type Locale } from "~/i18n/locale";
import { markSpoken, unmarkSpoken } from "./spoken-mark";
import { type SpokenSentence, spokenSentences } from "./spoken-text";
import { useHydrated } from "./use-hydrated";

/** `failed`: the device says it can speak, but has no voice for this language. */
export type ReadingState = "idle" | "reading" | "paused" | "failed";

export interface ReadAloud {
  supported: boolean;
  state: ReadingState;
  /** From 0. */
  at: number;
  total: number;
  speed: number;
  play(): void;
  pause(): void;
  stop(): void;
  go(by: number): void;
  setSpeed(speed: number): void;
}

export const SPEEDS = [0.75, 1, 1.25, 1.5, 2] as const;

/**
 * Reads the text inside `root` aloud, sentence by sentence. Each sentence is an utterance of its own: pausing, going back and changing
 * the speed take effect at once in every browser, which `speechSynthesis.pause` does not.
 */
export function useReadAloud(root: RefObject<HTMLElement>, locale: Locale): ReadAloud {
  const hydrated = useHydrated();
  const supported = hydrated && "speechSynthesis" in window && "SpeechSynthesisUtterance" in window;
  const [state, setState] = useState<ReadingState>("idle");
  const [at, setAt] = useState(0);
  const [speed, setSpeedState] = useState(1);
  const sentences = useRef<SpokenSentence[]>([]);
  /** Counts up whenever what is being said is no longer wanted, so that its end moves nothing on. */
  const turn = useRef(0);

  const speak = useCallback(
    (index: number, rate: number) => {
      const mine = ++turn.current;
      window.speechSynthesis.cancel();
      const sentence = sentences.current[index];
      if (sentence === undefined) {
        unmarkSpoken();
        setState("idle");
        return setAt(0);
      }
      setAt(index);
      setState("reading");
      markSpoken(sentence);
      const utterance = new SpeechSynthesisUtterance(sentence.text);
      utterance.lang = LANGUAGE_TAG[locale];
      utterance.voice = voiceFor(locale);
      utterance.rate = rate;
      utterance.onend = () => {
        if (turn.current === mine) speak(index + 1, rate);
      };
      utterance.onerror = (event) => {
        if (turn.current === mine && event.error !== "interrupted" && event.error !== "canceled") setState("failed");
      };
      window.speechSynthesis.speak(utterance);
    },
    [locale],
  );
  const hush = useCallback(() => {
    turn.current++;
    window.speechSynthesis.cancel();
  }, []);

  useEffect(() => {
    if (!supported) return undefined;
    return () => {
      hush();
      unmarkSpoken();
    };
  }, [supported, hush]);

  const prepare = (): void => {
    if (root.current !== null) sentences.current = spokenSentences(root.current, LANGUAGE_TAG[locale]);
  };
  return {
    supported,
    state,
    at,
    total: sentences.current.length,
    speed,
    play() {
      if (state === "idle") prepare();
      speak(state === "idle" ? 0 : at, speed);
    },
    pause() {
      hush();
      setState("paused");
    },
    stop() {
      hush();
      unmarkSpoken();
      setState("idle");
      setAt(0);
    },
    go(by) {
      const index = Math.max(0, Math.min(sentences.current.length - 1, at + by));
      if (state === "reading") return speak(index, speed);
      const sentence = sentences.current[index];
      if (sentence !== undefined) markSpoken(sentence);
      setAt(index);
    },
    setSpeed(next) {
      setSpeedState(next);
      if (state === "reading") speak(at, next);
    },
  };
}

/** A voice of the page's language that sits on the device, if there is one; else any of the language. */
function voiceFor(locale: Locale): SpeechSynthesisVoice | null {
  const language = LANGUAGE_TAG[locale].toLowerCase();
  const voices = window.speechSynthesis.getVoices().filter((voice) => voice.lang.toLowerCase().replace("_", "-").startsWith(language));
  return voices.find((voice) => voice.localService) ?? voices[0] ?? null;
}
