// `node scripts/run.mjs scripts/write-config-schema.ts`: writes the JSON Schema that editors check config.yml with.
import { writeFileSync } from "node:fs";
import { configJsonSchema } from "@otai/host/config/json-schema";

const file = new URL("../docs/reference/config.schema.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
