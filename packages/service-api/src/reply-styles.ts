import { z } from "zod";

export const styleListSchema = z.array(
  z.object({ id: z.string(), name: z.string(), description: z.string(), default: z.boolean() }),
);
export type StyleList = z.output<typeof styleListSchema>;
