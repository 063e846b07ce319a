import { z } from "zod";
import { configSchema } from "./config-schema.ts";

const template = { type: "string", pattern: "\\{\\{.*\\}\\}" };

/** The JSON Schema of `config.yml` for editors. Numbers and booleans may be templates there: they are replaced before validation. */
export function configJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(configSchema, {
    io: "input",
    override: ({ jsonSchema }) => {
      const { type } = jsonSchema;
      if (type !== "number" && type !== "integer" && type !== "boolean") return;
      const plain = { ...jsonSchema };
      const { description } = plain;
      delete plain.description;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, description === undefined ? {} : { description }, { anyOf: [plain, template] });
    },
  });
  return { title: "Open Ticket AI configuration", ...schema };
}
