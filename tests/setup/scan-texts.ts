/** Finds in the source which texts are asked for, and texts that stand in the code itself. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** One call of a text function: `keys` are exact, or patterns where a part is only known at run time. */
export interface TextUse {
  at: string;
  /** Namespaces of the text function at hand; empty where it came as an argument. */
  namespaces: string[];
  keys: (string | RegExp)[];
  /** The values handed over by name, or null where they cannot be told. */
  values: string[] | null;
  context: boolean;
}

/** Han characters, kana, and the punctuation and wide forms that go with them. */
export const CJK = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/;

const PUNCTUATION = /^[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\s]*$/;

/** The sources below `folder` whose names end in one of `endings`, without tests. */
export function sourceFiles(folder: string, endings: string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => endings.some((ending) => file.endsWith(ending)) && !/\.test\.tsx?$/.test(file))
    .map((file) => path.join(folder, file))
    .sort();
}

const parsed = new Map<string, ts.SourceFile>();

function parse(file: string): ts.SourceFile {
  const known = parsed.get(file) ?? parseAnew(file);
  parsed.set(file, known);
  return known;
}

function parseAnew(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

const place = (source: ts.SourceFile, node: ts.Node) => `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;

/** String literals and text between tags with CJK characters in them, but for punctuation that is chosen by language. */
export function cjkLiterals(file: string): { at: string; text: string }[] {
  const source = parse(file);
  const found: { at: string; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) && CJK.test(node.text.trim()) && !(PUNCTUATION.test(node.text) && ts.isConditionalExpression(node.parent))) {
      found.push({ at: place(source, node), text: node.text.trim() });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The calls of text functions in a file, by lexical scope: `const { t } = useTranslation("ns")`, `textsOf(…, "ns")`, a parameter `t`. */
export function textUses(file: string): TextUse[] {
  const source = parse(file);
  const uses: TextUse[] = [];
  const visit = (node: ts.Node, outer: ReadonlyMap<string, string[]>): void => {
    let scope = outer;
    const bind = (name: string, namespaces: string[]): void => {
      if (scope === outer) scope = new Map(outer);
      (scope as Map<string, string[]>).set(name, namespaces);
    };
    if (ts.isBlock(node) || ts.isSourceFile(node) || ts.isCaseClause(node)) {
      for (const statement of node.statements) if (ts.isVariableStatement(statement)) statement.declarationList.declarations.forEach((declaration) => declareTexts(declaration, bind));
    }
    if (ts.isFunctionLike(node)) {
      for (const parameter of node.parameters) if (ts.isIdentifier(parameter.name) && parameter.name.text === "t") bind("t", []);
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.arguments[0]) {
      const namespaces = scope.get(node.expression.text);
      if (namespaces) uses.push({ at: place(source, node), namespaces, keys: keysOf(node.arguments[0]), ...valuesOf(node.arguments[1]) });
    }
    ts.forEachChild(node, (child) => visit(child, scope));
  };
  visit(source, new Map());
  return uses;
}

function declareTexts({ name, initializer }: ts.VariableDeclaration, bind: (name: string, namespaces: string[]) => void): void {
  if (!initializer || !ts.isCallExpression(initializer) || !ts.isIdentifier(initializer.expression)) return;
  const called = initializer.expression.text;
  if (called === "useTranslation" && ts.isObjectBindingPattern(name)) {
    const element = name.elements.find((candidate) => (candidate.propertyName ?? candidate.name).getText() === "t");
    if (element) bind(element.name.getText(), literals(initializer.arguments[0]));
  }
  if (called === "textsOf" && ts.isIdentifier(name)) bind(name.text, literals(initializer.arguments[1]));
}

function literals(node: ts.Expression | undefined): string[] {
  if (node && ts.isStringLiteralLike(node)) return [node.text];
  return node && ts.isArrayLiteralExpression(node) ? node.elements.filter(ts.isStringLiteralLike).map((element) => element.text) : [];
}

function keysOf(node: ts.Expression): (string | RegExp)[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return keysOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)];
  if (ts.isTemplateExpression(node)) {
    const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return [new RegExp(`^${escape(node.head.text)}${node.templateSpans.map((span) => `[^:]+${escape(span.literal.text)}`).join("")}$`)];
  }
  return [];
}

function valuesOf(node: ts.Expression | undefined): { values: string[] | null; context: boolean } {
  if (!node) return { values: [], context: false };
  if (!ts.isObjectLiteralExpression(node) || node.properties.some(ts.isSpreadAssignment)) return { values: null, context: true };
  const values = node.properties.map((property) => property.name?.getText().replace(/^["']|["']$/g, "") ?? "");
  return { values, context: values.includes("context") };
}
