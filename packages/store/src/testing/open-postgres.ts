import { openPostgresStore } from "../postgres-store.ts";

/** A process of its own that opens and closes a store: `open-postgres.ts <url>`. */
const store = await openPostgresStore({ url: process.argv[2]!, ids: { next: (prefix) => `${prefix}-${process.pid}` } });
await store.close();
