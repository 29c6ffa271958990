/**
 * Calculators for investments, over exact decimals: an amount `first` at year 0 (an outlay is negative), then the same amount
 * `yearly` at the end of each of `years` years. Formulas as in Brealey, Myers, Allen, "Principles of Corporate Finance", chapters 2
 * (present value of an annuity) and 5 (net present value, payback, internal rate of return); the Chinese terms 净现值, 年金现值系数,
 * 内部收益率 and 投资回收期 as in 财政部《财务管理》(中级会计资格). Rates are fractions: 0.08 is 8 %.
 */
import { type Decimal, decimal, ONE, ZERO } from "./math";

/** Fewest and most years; whole numbers. */
export const YEARS = { min: 1, max: 100 } as const;
/** How exactly a rate is found. */
const RATE_PLACES = 24;

function plus(a: Decimal, b: Decimal): Decimal {
  return a.plus(b) as Decimal;
}

/** Whether a horizon can be calculated with. */
export function isHorizon(years: Decimal): boolean {
  return years.isInteger() && years.greaterThanOrEqualTo(YEARS.min) && years.lessThanOrEqualTo(YEARS.max);
}

/**
 * What 1 at the end of each year is worth today: (1 − (1 + r)^−n) / r, n without interest. `rate` > −1.
 * Example: 8 % over 3 years is 2.577096987…, the factor of any annuity table (2.5771).
 */
export function annuity(rate: Decimal, years: Decimal): Decimal {
  if (rate.isZero()) return years;
  const discount = ONE.dividedBy(plus(ONE, rate).pow(years));
  return ONE.minus(discount).dividedBy(rate) as Decimal;
}

/** Net present value: first + yearly × annuity. */
export function npv(rate: Decimal, first: Decimal, yearly: Decimal, years: Decimal): Decimal {
  return plus(first, yearly.times(annuity(rate, years)) as Decimal);
}

/** Simple payback in years, without interest: −first / yearly; 0 without an outlay, null where it never comes back. */
export function payback(first: Decimal, yearly: Decimal): Decimal | null {
  if (!first.isNegative() || first.isZero()) return ZERO;
  return yearly.isNegative() || yearly.isZero() ? null : (first.negated().dividedBy(yearly) as Decimal);
}

/**
 * The internal rate of return: where the net present value is 0. With level yearly amounts of the other sign than `first` there is
 * exactly one above −1, since the value of the annuity falls from without end to 0 as the rate rises; without a change of sign there
 * is none (null). Bisection closes in to 24 places.
 */
export function irr(first: Decimal, yearly: Decimal, years: Decimal): Decimal | null {
  if (first.isZero() || yearly.isZero() || first.isNegative() === yearly.isNegative()) return null;
  const wanted = first.dividedBy(yearly).negated() as Decimal;
  const tooLow = (rate: Decimal): boolean => annuity(rate, years).greaterThan(wanted);
  // Beyond yearly / first even an endless annuity is worth less than the outlay.
  let high = plus(ONE.dividedBy(wanted) as Decimal, ONE);
  let low = decimal("-0.999999999999");
  if (!tooLow(low)) return null;
  const close = decimal(10).pow(-RATE_PLACES - 1);
  while (high.minus(low).greaterThan(close)) {
    const middle = plus(high, low).dividedBy(2) as Decimal;
    if (tooLow(middle)) low = middle;
    else high = middle;
  }
  return plus(high, low).dividedBy(2).toDecimalPlaces(RATE_PLACES) as Decimal;
}
