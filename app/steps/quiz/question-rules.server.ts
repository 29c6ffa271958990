/** Rules between the fields of a question, each reported at the path that has to change. */
import type { z } from "zod";
import { blanksInText } from "./question";
import type { Bilingual, FillInQuestion, MatchingQuestion, Option, Rubric } from "./question";

type Path = (string | number)[];

function report(ctx: z.RefinementCtx, path: Path, message: string): void {
  ctx.addIssue({ code: "custom", path, message });
}

/** No two entries of a list share an id. */
export function checkUniqueIds(list: readonly { id: string }[], path: Path, ctx: z.RefinementCtx): void {
  const seen = new Set<string>();
  list.forEach(({ id }, index) => {
    if (seen.has(id)) report(ctx, [...path, index, "id"], `id "${id}" is used twice here; ids must be unique`);
    seen.add(id);
  });
}

/** A single choice has exactly one right option. */
export function checkSingleKey(options: readonly Option[], ctx: z.RefinementCtx): void {
  const right = options.filter((option) => option.correct === true).length;
  if (right !== 1) report(ctx, ["options"], `exactly one option must have correct: true, found ${right}`);
}

/** A multiple choice has at least one right and one wrong option. */
export function checkMultipleKey(options: readonly Option[], ctx: z.RefinementCtx): void {
  const right = options.filter((option) => option.correct === true).length;
  if (right === 0) report(ctx, ["options"], "at least one option must have correct: true");
  if (right === options.length) report(ctx, ["options"], "at least one option must be wrong");
}

/** Every left item has a pair, and pairs name only items that exist. */
export function checkPairs(question: MatchingQuestion, ctx: z.RefinementCtx): void {
  const left = new Set(question.left.map((item) => item.id));
  const right = new Set(question.right.map((item) => item.id));
  for (const id of left) {
    if (question.pairs[id] === undefined) report(ctx, ["pairs"], `left item "${id}" has no pair`);
  }
  for (const [from, to] of Object.entries(question.pairs)) {
    if (!left.has(from)) report(ctx, ["pairs", from], `"${from}" is not the id of a left item`);
    if (!right.has(to)) report(ctx, ["pairs", from], `"${to}" is not the id of a right item`);
  }
}

/** The stem of each language holds every blank exactly once, and no unknown one. */
export function checkBlanks(question: FillInQuestion, ctx: z.RefinementCtx): void {
  const ids = new Set(question.blanks.map((blank) => blank.id));
  for (const lang of ["zh", "en"] as const) {
    const found = blanksInText(question.stem[lang]);
    for (const id of ids) {
      const times = found.filter((other) => other === id).length;
      if (times !== 1) {
        report(ctx, ["stem", lang], `the stem must hold {{${id}}} exactly once, found ${times} times`);
      }
    }
    for (const id of found) {
      if (!ids.has(id)) report(ctx, ["stem", lang], `{{${id}}} is not the id of a blank`);
    }
  }
}

/** A `{{…}}` in a stem of another kind would be shown as it is written. */
export function checkNoBlanks(stem: Bilingual, ctx: z.RefinementCtx): void {
  for (const lang of ["zh", "en"] as const) {
    if (blanksInText(stem[lang]).length > 0) {
      report(ctx, ["stem", lang], "only a fill-in question may hold {{…}} in its stem");
    }
  }
}

/** The levels of a criterion rise from 0. */
export function checkRubric(rubric: Rubric, ctx: z.RefinementCtx): void {
  rubric.criteria.forEach((criterion, at) => {
    const points = criterion.levels.map((level) => level.points);
    if (points[0] !== 0) report(ctx, ["rubric", "criteria", at, "levels", 0, "points"], "the first level must give 0 points");
    points.forEach((value, index) => {
      const before = points[index - 1];
      if (before !== undefined && value <= before) {
        report(ctx, ["rubric", "criteria", at, "levels", index, "points"], "each level must give more points than the one before");
      }
    });
  });
}
