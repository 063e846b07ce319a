import { existsSync } from "node:fs";
import { join } from "node:path";
import type { LoadedConfig } from "@otai/host/config/load-config";
import { listDeadLetters } from "@otai/host/operations/dead-letters";
import { lastRetention } from "@otai/host/operations/last-retention";
import { listModels } from "@otai/host/operations/models";
import { withStore } from "@otai/host/operations/with-store";
import { OtaiError } from "@otai/plugin-api/errors";
import { type Check, type Finding, ok } from "./check.ts";

/** Can the store be opened, is a model serving, is anything waiting for a person? Looks only; makes no store. */
export function checkStore(loaded: LoadedConfig): Check {
  const { url } = loaded.config.store;
  return {
    title: url === null ? `store (SQLite in ${loaded.environment.dataDir})` : "store (PostgreSQL)",
    async run() {
      if (url === null && !existsSync(join(loaded.environment.dataDir, "otai.db"))) {
        return [ok("there is none yet; otai start makes it, reads the history and trains")];
      }
      try {
        return await withStore(loaded, async (workplace) => [
          ok("opened"),
          ...modelFindings(loaded, await listModels(workplace)),
          deadFinding((await listDeadLetters(workplace)).length),
          retentionFinding(await lastRetention(workplace)),
        ]);
      } catch (error) {
        if (!OtaiError.is(error)) throw error;
        return [{ state: "failed", what: error.message, steps: [] }];
      }
    },
  };
}

function modelFindings(loaded: LoadedConfig, models: Awaited<ReturnType<typeof listModels>>): Finding[] {
  return loaded.ticketSystems.map(({ name }) => {
    const champion = models.find((model) => model.connection === name && model.champion);
    if (champion !== undefined)
      return ok(`${name}: ${champion.version} serves, trained on ${champion.examples} tickets`);
    const steps = [
      "From 200 solved tickets on OTAI trains at its start.",
      `Try again: otai train --ticket-system ${name}`,
    ];
    return { state: "missing", what: `${name} has no model, so every ticket is left alone`, steps };
  });
}

function deadFinding(count: number): Finding {
  if (count === 0) return ok("no event was given up");
  const steps = ["See why: otai jobs", "Once it is mended: otai jobs retry"];
  return { state: "wrong", what: `${count} event${count === 1 ? " was" : "s were"} given up`, steps };
}

function retentionFinding(last: Awaited<ReturnType<typeof lastRetention>>): Finding {
  if (last === null) return ok("retention has not run yet; otai start does it once a day");
  const at = new Date(last.at).toISOString();
  if (!last.result.startsWith("failed")) return ok(`retention ran at ${at}: ${last.result}`);
  return {
    state: "wrong",
    what: `retention ${last.result} (${at})`,
    steps: ["See the log of otai start for the reason."],
  };
}
