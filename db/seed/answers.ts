import type { AnyQuestion, QuizResponse } from "~/steps/quiz";

/** An answer as somebody gives it who is right with probability `skill`; `random` gives numbers in [0, 1). */
export function answerTo(question: AnyQuestion, skill: number, random: () => number): QuizResponse {
  const right = random() < skill;
  switch (question.kind) {
    case "single": {
      const wrong = question.options.filter((option) => option.correct !== true);
      const option = right ? question.options.find((candidate) => candidate.correct) : wrong[Math.floor(random() * wrong.length)];
      return { kind: "single", option: option?.id ?? "" };
    }
    case "multiple": {
      const key = question.options.filter((option) => option.correct).map((option) => option.id);
      return { kind: "multiple", options: right ? key : [...key.slice(1), question.options.find((option) => option.correct !== true)?.id ?? key[0] ?? ""] };
    }
    case "true-false":
      return { kind: "true-false", value: right ? question.answer : !question.answer };
    case "matching": {
      const targets = Object.values(question.pairs);
      return { kind: "matching", pairs: right ? question.pairs : Object.fromEntries(Object.keys(question.pairs).map((left, at) => [left, targets[(at + 1) % targets.length] ?? ""])) };
    }
    case "ordering": {
      const order = question.items.map((item) => item.id);
      return { kind: "ordering", order: right ? order : [...order.slice(1), ...order.slice(0, 1)] };
    }
    case "fill-in":
      return { kind: "fill-in", blanks: Object.fromEntries(question.blanks.map((blank) => [blank.id, right ? (blank.accept.zh[0] ?? "") : "客户"])) };
    case "numeric":
      return { kind: "numeric", text: String(right ? question.numeric.value : question.numeric.value * 2) };
    case "short-answer":
    case "case":
      return { kind: question.kind, text: right ? GOOD : BRIEF };
  }
}

const GOOD = "先弄清这位客户在采购里的角色和顾虑，再看我们现在处在哪个关系阶段。下一步由我本人负责，本周内约一次单独的拜访，先谈他关心的检修安排，再问年底的考核指标，回来当天更新客户关系发展表。";
const BRIEF = "多去拜访几次，和客户搞好关系，再介绍我们的产品。";
