import { openSqliteStore } from "../sqlite-store.ts";

/** A process of its own that reads and writes one row so many times: `count-up.ts <file> <times>`. */
const [path, times] = process.argv.slice(2);
const store = await openSqliteStore({ path: path!, ids: { next: (prefix) => `${prefix}-${process.pid}` } });
for (let time = 0; time < Number(times); time += 1) {
  await store.write(async (tx) => {
    const known = await tx.budgets.get("c-1", "count");
    await tx.budgets.put("c-1", "count", {
      limit: null,
      remaining: (known?.remaining ?? 0) + 1,
      resetsAt: null,
      blockedUntil: null,
    });
  });
}
await store.close();
