import { setPriority } from "node:os";
import type { ExtractionAnswer, ExtractionOrder, ExtractionPlace } from "./extraction-messages.ts";
import { openModel } from "./open-model.ts";

/** Entry of the forked process: texts in, vectors out, until its parent lets go of it. */
process.on("disconnect", () => process.exit());
setPriority(5);

const extracting = openModel(JSON.parse(process.argv[2]!) as ExtractionPlace);
// Each order learns of it.
extracting.catch(() => {});

process.on("message", (order: ExtractionOrder) => {
  carryOut(order)
    .catch((error: unknown): ExtractionAnswer => ({ id: order.id, failure: firstLineOf(error) }))
    .then((answer) => process.send?.(answer));
});

async function carryOut({ id, texts }: ExtractionOrder): Promise<ExtractionAnswer> {
  const extract = await extracting;
  const vectors: Float32Array[] = [];
  // One at a time: without a GPU a batch gains nothing, and what is padded to its longest text costs twice the time and four times the memory.
  for (const text of texts) {
    const { data } = await extract([text], { pooling: "mean", normalize: true });
    vectors.push(Float32Array.from(data));
  }
  return { id, vectors };
}

function firstLineOf(error: unknown): string {
  const [line] = (error instanceof Error ? error.message : String(error)).split("\n");
  return line!.slice(0, 300);
}
