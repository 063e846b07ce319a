import type { z } from "zod";
import type { ConfigPath } from "./config-issue.ts";

/** As much of zod's own description of a schema as is needed; the same in every copy of zod 4. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

/** The keys that an object schema knows at the path; `undefined` where it is no object or takes any key. */
export function knownKeys(schema: z.ZodType, path: ConfigPath = []): string[] | undefined {
  const definition = unwrap(schema);
  const [part, ...rest] = path;
  if (part === undefined) {
    const open = definition.catchall !== undefined && (definition.catchall.def as Definition).type !== "never";
    return definition.shape === undefined || open ? undefined : Object.keys(definition.shape);
  }
  const next = definition.shape?.[part] ?? definition.valueType ?? definition.element;
  if (next !== undefined) return knownKeys(next, rest);
  return definition.options?.map((option) => knownKeys(option, path)).find((keys) => keys !== undefined);
}

function unwrap(schema: z.ZodType): Definition {
  const definition = schema.def as unknown as Definition;
  if (definition.type === "pipe") {
    // A preprocessing step has no keys of its own.
    const first = definition.in!.def as unknown as Definition;
    return unwrap(first.type === "transform" ? definition.out! : definition.in!);
  }
  return definition.innerType === undefined ? definition : unwrap(definition.innerType);
}
