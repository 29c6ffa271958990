/**
 * Makes tables of three columns and more fit a phone: every cell carries its column's heading, so that the style sheet can
 * show a row as a card there; not on slides, which have a stage of their own width. Roles are said, because a table that is shown as blocks is none for a screen reader.
 */
import type { Element, Nodes, Root } from "hast";
import { element, isComponent, isElement, textOf } from "./hast";

const FEWEST = 3;

/** The rehype plugin. */
export function rehypeTables(): (tree: Root) => void {
  return (tree) => visit(tree);
}

function visit(node: Nodes): void {
  if (isElement(node, "table")) return mark(node);
  if (isComponent(node) && node.name === "Slide") return;
  if ("children" in node) node.children.forEach(visit);
}

function mark(table: Element): void {
  const heads = rowsOf(table, "thead").at(0);
  const headings = heads === undefined ? [] : cellsOf(heads).map(textOf);
  if (headings.length < FEWEST) return;
  table.properties["role"] = "table";
  table.properties["className"] = ["cards"];
  for (const group of table.children.filter((child): child is Element => isElement(child, "thead", "tbody"))) group.properties["role"] = "rowgroup";
  for (const row of [...rowsOf(table, "thead"), ...rowsOf(table, "tbody")]) {
    row.properties["role"] = "row";
    cellsOf(row).forEach((cell, column) => {
      cell.properties["role"] = cell.tagName === "th" ? "columnheader" : "cell";
      if (cell.tagName === "th") return;
      cell.properties["dataLabel"] = headings[column] ?? "";
      // One box for all that is in the cell, beside the heading.
      cell.children = [element("span", {}, cell.children)];
    });
  }
}

function rowsOf(table: Element, group: "thead" | "tbody"): Element[] {
  return table.children.filter((child): child is Element => isElement(child, group)).flatMap(({ children }) => children.filter((child): child is Element => isElement(child, "tr")));
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((child): child is Element => isElement(child, "th", "td"));
}
