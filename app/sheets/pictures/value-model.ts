/**
 * What the value picture draws: how benefits and costs over the years add up, and how much the net present value moves when one
 * figure turns out a fifth lower or higher. Plain numbers suffice for drawing; the sheet's own results are exact.
 */

export interface ValueInputs {
  /** Benefits a year, discounted by confidence. */
  points: readonly { id: string; label: string; yearly: number }[];
  oneOff: number;
  running: number;
  years: number;
  /** A fraction. */
  rate: number;
}

export interface Step {
  id: string;
  label: string;
  /** Over all the years; costs are negative. */
  amount: number;
  /** Running total before and after. */
  from: number;
  to: number;
  kind: "benefit" | "cost" | "net";
}

/** Benefits upwards one after another, then the costs downwards, then what is left. */
export function waterfall(inputs: ValueInputs, names: { oneOff: string; running: string; net: string }): Step[] {
  const parts: Omit<Step, "from" | "to">[] = [
    ...inputs.points.map((point) => ({ id: point.id, label: point.label, amount: point.yearly * inputs.years, kind: "benefit" as const })),
    { id: "one-off", label: names.oneOff, amount: -inputs.oneOff, kind: "cost" },
    { id: "running", label: names.running, amount: -inputs.running * inputs.years, kind: "cost" },
  ];
  let total = 0;
  const steps = parts
    .filter((part) => part.amount !== 0)
    .map((part): Step => {
      const from = total;
      total += part.amount;
      return { ...part, from, to: total };
    });
  return steps.length === 0 ? [] : [...steps, { id: "net", label: names.net, amount: total, from: 0, to: total, kind: "net" }];
}

/** −outlay + net benefit × annuity: (1 − (1 + r)^−n) ÷ r, n without interest. */
export function presentValue(inputs: ValueInputs): number {
  const { rate, years } = inputs;
  const factor = rate === 0 ? years : (1 - (1 + rate) ** -years) / rate;
  return (inputs.points.reduce((sum, point) => sum + point.yearly, 0) - inputs.running) * factor - inputs.oneOff;
}

export interface Swing {
  id: string;
  label: string;
  /** Net present value when the figure is a fifth lower, and a fifth higher. */
  low: number;
  high: number;
}

/** The figures by how far the result moves with them, the widest first. */
export function swings(inputs: ValueInputs, names: { oneOff: string; running: string; rate: string }, by = 0.2): Swing[] {
  const vary = (id: string, label: string, change: (factor: number) => ValueInputs): Swing => ({ id, label, low: presentValue(change(1 - by)), high: presentValue(change(1 + by)) });
  const all = [
    ...inputs.points.map((point) => vary(point.id, point.label, (factor) => ({ ...inputs, points: inputs.points.map((one) => (one.id === point.id ? { ...one, yearly: one.yearly * factor } : one)) }))),
    vary("one-off", names.oneOff, (factor) => ({ ...inputs, oneOff: inputs.oneOff * factor })),
    vary("running", names.running, (factor) => ({ ...inputs, running: inputs.running * factor })),
    vary("rate", names.rate, (factor) => ({ ...inputs, rate: inputs.rate * factor })),
  ];
  return all.filter((swing) => swing.low !== swing.high).sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
}

/** How much lower the benefits may turn out before the net present value is 0: a fraction; null where it is below 0 already. */
export function benefitCushion(inputs: ValueInputs): number | null {
  const benefits = presentValue({ ...inputs, running: 0, oneOff: 0 });
  const value = presentValue(inputs);
  return benefits > 0 && value >= 0 ? value / benefits : null;
}
