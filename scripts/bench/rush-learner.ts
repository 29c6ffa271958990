import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { type QuizResponse, toShown } from "~/steps/quiz";
import { randomFrom, readPaper } from "~/steps/quiz/index.server";
import { answerTo } from "../../db/seed/answers";
import type { Answer, AskOptions, Client } from "./client";
import type { RushLearner } from "./rush-world";

/** An answer that the server said it has. */
export interface Acknowledged {
  attemptId: string;
  position: number;
  value: QuizResponse;
}

/** What all learners did, in milliseconds per request; errors by what they were. */
export interface Sent {
  start: number[];
  paper: number[];
  save: number[];
  submit: number[];
  errors: Map<string, number>;
  acknowledged: Acknowledged[];
}

interface Options extends RushLearner {
  client: Client;
  db: Kysely<DB>;
  chapterSlug: string;
  sent: Sent;
  number: number;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One learner's exam, by the same requests as their browser: a form to start, the page of the paper, JSON for each answer. */
export class Learner {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Starts, answers question by question over about `seconds`, hands in. Gives up after an error of starting. */
  async sit(seconds: number): Promise<void> {
    const { enrolmentId, chapterSlug, db, number } = this.#options;
    const started = await this.#ask("start", `/learn/${enrolmentId}/${chapterSlug}/quiz`, { form: { intent: "start" } }, 303);
    const attemptId = /\/learn\/attempt\/([0-9a-f-]{36})/.exec(started?.location ?? "")?.[1];
    if (!attemptId) return;
    await this.#ask("paper", `/learn/attempt/${attemptId}`, {}, 200);
    const random = randomFrom(`rush ${number}`);
    const places = await readPaper(db, attemptId);
    for (const { position, question, order } of places) {
      await sleep((random() * 2 * seconds * 1000) / places.length);
      await this.#save(attemptId, position, toShown(order, answerTo(question, 0.8, random)));
    }
    await this.#ask("submit", `/api/attempts/${attemptId}/hand-in`, { json: { because: "learner" } }, 200);
  }

  async #save(attemptId: string, position: number, value: QuizResponse): Promise<void> {
    const answer = await this.#ask("save", `/api/attempts/${attemptId}/answers`, { json: { ops: [{ opId: randomUUID(), position, baseRevision: 0, value }] } }, 200);
    if (!answer) return;
    const { receipts } = JSON.parse(answer.text) as { receipts: { outcome: string }[] };
    if (receipts[0]?.outcome === "accepted") this.#options.sent.acknowledged.push({ attemptId, position, value });
    else this.#fail(`save: ${receipts[0]?.outcome ?? "no receipt"}`);
  }

  async #ask(step: "start" | "paper" | "save" | "submit", path: string, options: Omit<AskOptions, "cookie">, wanted: number): Promise<Answer | null> {
    const { client, cookie, sent } = this.#options;
    try {
      const answer = await client.ask(path, { cookie, ...options });
      sent[step].push(answer.ms);
      if (answer.status === wanted) return answer;
      this.#fail(`${step}: ${answer.status}`);
    } catch (error) {
      this.#fail(`${step}: ${error instanceof Error ? error.message : String(error)}`);
    }
    return null;
  }

  #fail(what: string): void {
    const { errors } = this.#options.sent;
    errors.set(what, (errors.get(what) ?? 0) + 1);
  }
}
