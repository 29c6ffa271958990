/** The value of an expression that only writes data down: what exercises are given. */
import type { Expression, ObjectExpression, SpreadElement } from "estree";
import type { JsxNode } from "./hast";

/** Stands for anything that is computed and therefore not known when compiling. */
export const COMPUTED: unique symbol = Symbol("computed");

/** A component in a text with the data it was given. */
export interface Call {
  name: string;
  line: number;
  props: Record<string, unknown>;
}

/** The attributes of a component as data. */
export function staticProps(node: JsxNode): Record<string, unknown> {
  const entries = node.attributes.map((attribute): [string, unknown] => {
    if (attribute.type === "mdxJsxExpressionAttribute") return ["...", COMPUTED];
    if (attribute.value === null || attribute.value === undefined) return [attribute.name, true];
    if (typeof attribute.value === "string") return [attribute.name, attribute.value];
    const statement = attribute.value.data?.estree?.body[0];
    return [attribute.name, statement?.type === "ExpressionStatement" ? staticValue(statement.expression as Expression) : COMPUTED];
  });
  return Object.fromEntries(entries);
}

function staticValue(node: Expression | SpreadElement | null): unknown {
  switch (node?.type) {
    case "Literal":
      return node.value;
    case "TemplateLiteral":
      return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? "") : COMPUTED;
    case "UnaryExpression":
      return node.operator === "-" ? -Number(staticValue(node.argument)) : COMPUTED;
    case "ArrayExpression":
      return node.elements.map(staticValue);
    case "ObjectExpression":
      return objectValue(node);
    default:
      return COMPUTED;
  }
}

function objectValue(node: ObjectExpression): Record<string, unknown> {
  return Object.fromEntries(
    node.properties.map((property): [string, unknown] => {
      if (property.type !== "Property" || property.computed) return ["...", COMPUTED];
      const key = property.key.type === "Identifier" ? property.key.name : property.key.type === "Literal" ? String(property.key.value) : "...";
      return [key, staticValue(property.value as Expression)];
    }),
  );
}
