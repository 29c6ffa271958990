import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomFrom, shuffle } from "~/platform/random";
import { addCoincidences, agreementWithin, ALPHA_METRICS, coincidencesOf, krippendorffAlpha, namedCoincidences, type Ratings, valuesOf } from ".";

const _ = null;
const transpose = (table: Ratings): (number | null)[][] => (table[0] ?? []).map((__, column) => table.map((row) => row[column]!));

// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), examples A (two observers, two values), B (two observers,
// nominal, letters as numbers) and C (four observers, missing data). Observers are rows there and columns here.
const A = transpose([
  [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
  [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
]);
const B = transpose([
  [1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1],
  [2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4],
]);
const C = transpose([
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]);

/** Units as columns, one text per observer; a point is a missing judgement. */
const observers = (...rows: string[]): (number | null)[][] => transpose(rows.map((row) => [...row].map((sign) => (sign === "." ? _ : Number(sign)))));

// A. F. Hayes and K. Krippendorff, Communication Methods and Measures 1 (2007), table 1: five observers, forty newspaper articles, the
// tone from 0 (sure loser) to 3 (likely winner); 239 pairs of judgements.
const NEWS = observers(
  "112.001122.01311211000201001111223222221",
  "1130000.21102311121000302102111122222221",
  "203000222100221123001.30.1012202.2232.21",
  ".13....0.10022...31.103021122..122...12.",
  "2..0001.2....3112..0.0..2.0..20.2.2222.1",
);

describe("Krippendorff's published examples", () => {
  test("the coincidences of example C", () => {
    const third = 1 / 3;
    const printed = [
      [7, 4 * third, third, third, 0],
      [4 * third, 10, 4 * third, third, 0],
      [third, 4 * third, 8, third, 0],
      [third, third, third, 4, 0],
      [0, 0, 0, 0, 3],
    ];
    coincidencesOf(C).counts.forEach((row, at) => row.forEach((count, column) => expect(count).toBeCloseTo(printed[at]![column]!, 12)));
  });

  test("the coincidences of Hayes and Krippendorff's forty articles", () => {
    const printed = [
      [97 / 3, 53 / 6, 5 / 6, 0],
      [53 / 6, 76 / 3, 79 / 6, 2 / 3],
      [5 / 6, 79 / 6, 215 / 6, 37 / 6],
      [0, 2 / 3, 37 / 6, 37 / 6],
    ];
    coincidencesOf(NEWS).counts.forEach((row, at) => row.forEach((count, column) => expect(count).toBeCloseTo(printed[at]![column]!, 12)));
    expect(NEWS.reduce((pairs, row) => pairs + (row.filter((one) => one !== _).length * (row.filter((one) => one !== _).length - 1)) / 2, 0)).toBe(239);
  });

  // The paper prints four decimals: .4765 if the levels were mere names, .7598 as they are meant, .7574 if they were measured.
  test.each([
    ["nominal", 6400 / 13431, "0.4765"],
    ["ordinal", 441835031 / 581492574, "0.7598"],
    ["interval", 10111 / 13350, "0.7574"],
  ] as const)("%s alpha of the forty articles", (metric, exact, printed) => {
    const alpha = krippendorffAlpha(coincidencesOf(NEWS), metric)!;
    expect(Math.abs(alpha - exact)).toBeLessThan(1e-9);
    expect(alpha.toFixed(4)).toBe(printed);
  });

  // The example of the encyclopaedias (fifteen units, three coders): .691 nominal, .811 interval.
  test.each([
    ["nominal", 56 / 81, "0.691"],
    ["interval", 643 / 793, "0.811"],
    ["ordinal", 112173 / 139048, "0.807"],
  ] as const)("%s alpha of three coders who saw about half of the units", (metric, exact, rounded) => {
    const alpha = krippendorffAlpha(coincidencesOf(observers(".....34121133.3", "1.213343.......", "..21344.21133.4")), metric)!;
    expect(Math.abs(alpha - exact)).toBeLessThan(1e-9);
    expect(alpha.toFixed(3)).toBe(rounded);
  });

  // The paper prints three decimals (0.095, 0.692, 0.743, 0.815, 0.849); the fractions are worked out by hand from its coincidence matrices.
  test.each([
    ["A, nominal", A, "nominal", 1 - (19 * 4) / (14 * 6), 0.095],
    ["B, nominal", B, "nominal", 310 / 448, 0.692],
    ["C, nominal", C, "nominal", 904 / 1216, 0.743],
    ["C, ordinal", C, "ordinal", 1 - (39 * 1891) / 399480, 0.815],
    ["C, interval", C, "interval", 3804 / 4480, 0.849],
  ] as const)("alpha of example %s", (_name, table, metric, exact, printed) => {
    const alpha = krippendorffAlpha(coincidencesOf(table), metric)!;
    expect(Math.abs(alpha - exact)).toBeLessThan(1e-9);
    expect(Math.round(alpha * 1000) / 1000).toBe(printed);
  });

  test("agreement of example C, off the matrix that it prints: exactly 32 of 40, within one 38 of 40", () => {
    expect(Math.abs(agreementWithin(coincidencesOf(C), 0)! - 32 / 40)).toBeLessThan(1e-9);
    expect(Math.abs(agreementWithin(coincidencesOf(C), 1)! - 38 / 40)).toBeLessThan(1e-9);
  });
});

test("Fleiss's mean agreement: fourteen raters, ten subjects, five categories", () => {
  // The worked example commonly given for Fleiss (1971): P̄ = 0.378, exactly 688 of 1820 ordered pairs. Cells say how many raters chose a category.
  const chosen = [[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]];
  const table = chosen.map((row) => row.flatMap((count, category) => new Array<number>(count).fill(category + 1)));
  const share = agreementWithin(coincidencesOf(table), 0)!;
  expect(Math.abs(share - 688 / 1820)).toBeLessThan(1e-9);
  expect(share.toFixed(3)).toBe("0.378");
});

const table = fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { nil: null, freq: 4 }), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 20 });
const figures = (ratings: Ratings): (number | null)[] => {
  const matrix = coincidencesOf(ratings);
  return [agreementWithin(matrix, 0), agreementWithin(matrix, 1), ...ALPHA_METRICS.map((metric) => krippendorffAlpha(matrix, metric))];
};
const expectSame = (one: readonly (number | null)[], other: readonly (number | null)[]): void =>
  one.forEach((value, at) => (value === null || other[at] === null ? expect(other[at]).toBe(value) : expect(other[at]).toBeCloseTo(value, 9)));

describe("agreement and alpha", () => {
  test("are the same in whatever order subjects and raters stand", () => {
    fc.assert(
      fc.property(table, fc.string(), (ratings, seed) => {
        const random = randomFrom(seed);
        const columns = shuffle([0, 1, 2, 3], random);
        expectSame(figures(ratings), figures(shuffle(ratings, random).map((row) => columns.map((column) => row[column]!))));
      }),
    );
  });

  test("pass over what nobody else judged", () => {
    fc.assert(fc.property(table, fc.integer({ min: 0, max: 9 }), (ratings, lonely) => expectSame(figures(ratings), figures([...ratings, [lonely, _, _, _], [_, _, _, _]]))));
  });

  test("are 1 when all agree and something varies, and alpha does not exist when nothing does", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2 }), (levels) => {
        const values = figures(levels.map((level) => [level, level, _, level]));
        expect(values.slice(0, 2)).toEqual([1, 1]);
        expect(values.slice(2)).toEqual(new Set(levels).size > 1 ? [1, 1, 1] : [null, null, null]);
      }),
    );
  });

  test("near 0 when raters throw dice", () => {
    const random = randomFrom("dice");
    const dice = Array.from({ length: 3000 }, () => Array.from({ length: 3 }, () => Math.floor(random() * 4)));
    const [exact, within, ...alphas] = figures(dice);
    expect(exact).toBeCloseTo(0.25, 1);
    expect(within).toBeCloseTo(0.625, 1);
    for (const alpha of alphas) expect(Math.abs(alpha!)).toBeLessThan(0.05);
  });

  test("exist of two judgements of one thing only when there are two", () => {
    expect(figures([])).toEqual([null, null, null, null, null]);
    expect(figures([[1, _], [_, 2]])).toEqual([null, null, null, null, null]);
  });

  test("add up over parts of a table", () => {
    fc.assert(
      fc.property(table, table, (one, other) => {
        const values = valuesOf([...one, ...other]);
        const sums = new Float64Array(values.length ** 2);
        for (const part of [one, other]) addCoincidences(sums, part, values);
        const sum = namedCoincidences(sums, values);
        expectSame(ALPHA_METRICS.map((metric) => krippendorffAlpha(sum, metric)), ALPHA_METRICS.map((metric) => krippendorffAlpha(coincidencesOf([...one, ...other]), metric)));
      }),
    );
  });
});
