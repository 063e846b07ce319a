import { configJsonSchema } from "@otai/host/config/json-schema";
import { configurationWithoutEffect } from "@otai/host/config/without-effect";

/** The part of JSON Schema that the configuration's schema uses. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

interface Row {
  readonly key: string;
  readonly type: string;
  readonly fallback: string;
  readonly about: string;
}

/** `docs/reference/configuration.md`, from the schema that \`config.yml\` is validated with. */
export function configurationReference(): string {
  const root = configJsonSchema() as Schema;
  const sections = Object.entries(root.properties ?? {}).map(([name, schema]) => {
    const rows = rowsOf(name, schema, root.required?.includes(name) ?? false);
    const note = configurationWithoutEffect.some((section) => section === name)
      ? "\nRead and validated, **without effect yet**.\n"
      : "";
    const lines = rows.map(({ key, type, fallback, about }) => `| \`${key}\` | ${type} | ${fallback} | ${about} |`);
    return `## ${name}\n${note}\n| Key | Type | Default | |\n| --- | --- | --- | --- |\n${lines.join("\n")}\n`;
  });
  return `# Configuration

Generated from the schema in \`packages/host/src/config\`; rewrite it with \`UPDATE=1 npm test -- tests/docs/reference.test.ts\`.
For editors the same schema lies in [config.schema.json](config.schema.json). \`<name>\` is a name of your choice, \`[]\` an element of a list.

Unknown keys are errors. In any string \`{{ get_env('NAME') }}\` and \`{{ get_env('NAME', 'default') }}\` are replaced once, at load; values
that came from the environment are secrets and never shown. Quote the template: YAML reads a bare \`{{\` as a map. What stands under
\`params\` belongs to the plugin: [Freshdesk](../../plugins/otai-freshdesk/README.md), [Zendesk](../../plugins/otai-zendesk/README.md).

${sections.join("\n")}`;
}

function rowsOf(key: string, schema: Schema, required: boolean): Row[] {
  const plain = withoutAlternatives(schema);
  const below = [
    ...Object.entries(plain.properties ?? {}).flatMap(([name, child]) =>
      rowsOf(`${key}.${name}`, child, plain.required?.includes(name) ?? false),
    ),
    ...(typeof plain.additionalProperties === "object" && Object.keys(plain.additionalProperties).length > 0
      ? rowsOf(`${key}.<name>`, plain.additionalProperties, false)
      : []),
    ...(plain.items?.properties === undefined ? [] : rowsOf(`${key}[]`, plain.items, false)),
  ];
  const about = schema.description ?? plain.description ?? "";
  const own = { key, type: typeOf(schema), fallback: fallbackOf(schema, required), about: escapeCell(about) };
  return below.length > 0 && about === "" ? below : [own, ...below];
}

const isTemplate = ({ pattern }: Schema) => pattern === "\\{\\{.*\\}\\}";

/** The alternative that says something: not `null`, not "a template instead of a number". */
function withoutAlternatives(schema: Schema): Schema {
  const found = schema.anyOf?.find((one) => one.type !== "null" && !isTemplate(one));
  return found === undefined ? schema : withoutAlternatives(found);
}

function typeOf(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(" ");
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.anyOf !== undefined) {
    const types = schema.anyOf.filter((one) => !isTemplate(one) && one.type !== "null").map(typeOf);
    return [...new Set(types)].join(" or ");
  }
  if (schema.type === "array") return `list of ${schema.items === undefined ? "anything" : typeOf(schema.items)}`;
  return schema.type === "object" ? "map" : (schema.type ?? "anything");
}

function fallbackOf({ default: fallback }: Schema, required: boolean): string {
  if (fallback === undefined) return required ? "required" : "–";
  const empty = fallback === null || (typeof fallback === "object" && Object.keys(fallback as object).length === 0);
  return empty ? "–" : `\`${JSON.stringify(fallback)}\``;
}

/** A bar ends a table's cell, and `<name>` would be taken for HTML. */
function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
