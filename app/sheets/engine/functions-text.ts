/** Functions over texts and choices. An empty text contains nothing, is like nothing and is the same as nothing. */
import { charCount, folded, likeness, mentions, saysNumber } from "./text";
import { Blank, Fault, flat, isBlank, misfit, number, Quantity, type Scalar, type Value } from "./value";

/** A function of texts: faults are the result, and what is no text does not fit. */
function texts(value: Value): string[] | Fault {
  const list: string[] = [];
  for (const entry of flat([value])) {
    if (entry instanceof Fault) return entry;
    if (entry instanceof Blank) continue;
    if (typeof entry !== "string") return misfit();
    list.push(entry);
  }
  return list;
}

export function blank(value: Value): Value {
  return value instanceof Fault ? value : isBlank(value);
}

export function filled(value: Value): Value {
  return value instanceof Fault ? value : !isBlank(value);
}

/** Whether an option is among the chosen ones. */
export function has(chosen: Value, option: Value): Value {
  const [list, wanted] = [texts(chosen), texts(option)];
  if (list instanceof Fault) return list;
  if (wanted instanceof Fault) return wanted;
  return wanted.length > 0 && wanted.every((id) => list.includes(id));
}

/** Whether a value is one of several; lists count as their values. */
export function oneOf(value: Value, ...others: Value[]): Value {
  if (value instanceof Fault || value instanceof Quantity) return value instanceof Fault ? value : oneOfNumbers(value, flat(others));
  const [own, list] = [texts(value), texts(others)];
  if (own instanceof Fault) return own;
  if (list instanceof Fault) return list;
  const wanted = new Set(list.map(folded));
  return own.some((text) => wanted.has(folded(text)));
}

function oneOfNumbers(value: Quantity, others: readonly (Scalar | object)[]): Value {
  return others.some((other) => other instanceof Quantity && other.value.equals(value.value));
}

/** Whether any of the words is in the text (`mentions`). */
export function contains(text: Value, ...words: Value[]): Value {
  const [list, wanted] = [texts(text), texts(words)];
  if (list instanceof Fault) return list;
  if (wanted instanceof Fault) return wanted;
  return wanted.some((word) => list.some((one) => mentions(one, word)));
}

export function hasNumber(text: Value): Value {
  const list = texts(text);
  return list instanceof Fault ? list : list.some(saysNumber);
}

export function chars(text: Value): Value {
  const list = texts(text);
  return list instanceof Fault ? list : number(list.reduce((total, one) => total + charCount(one), 0));
}

export function same(a: Value, b: Value): Value {
  const [left, right] = [texts(a), texts(b)];
  if (left instanceof Fault) return left;
  if (right instanceof Fault) return right;
  return left.length > 0 && left.map(folded).join("\n") === right.map(folded).join("\n");
}

export function similar(a: Value, b: Value): Value {
  const [left, right] = [texts(a), texts(b)];
  if (left instanceof Fault) return left;
  if (right instanceof Fault) return right;
  return number(likeness(left.join(" "), right.join(" ")));
}

/** How many different values there are; numbers by their value. */
export function distinct(value: Value): Value {
  const found = new Set<string>();
  for (const entry of flat([value])) {
    if (entry instanceof Fault) return entry;
    if (entry instanceof Blank) continue;
    if (entry instanceof Quantity) found.add(`#${entry.value.toString()} ${entry.unit.key}`);
    else if (typeof entry === "string") found.add(folded(entry));
    else return misfit();
  }
  return number(found.size);
}
