import { expect, it } from "vitest";
import { initials } from "./initials";

it.each([
  ["林岚", "林"],
  ["欧阳雪", "欧阳"],
  ["欧阳", "欧"],
  ["Maria Keller", "MK"],
  ["Anna Maria van Dyck", "AD"],
  ["cher", "C"],
  ["", ""],
])("%s is %s in an avatar", (name, seal) => {
  expect(initials(name)).toBe(seal);
});
