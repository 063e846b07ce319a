import { OtaiError } from "@otai/plugin-api/errors";
import { type ArticleBatchAnswer, articleReceiptSchema } from "@otai/service-api/knowledge-base-article";
import { type SyncRun, syncRunSchema } from "@otai/service-api/knowledge-base-sync";
import { z } from "zod";
import { createRemoteService, type RemoteParts } from "./remote-service.ts";
import type { SyncTarget } from "./sync-knowledge.ts";

/** What is published of the answer is nothing at all; ours says more. */
const receipt = articleReceiptSchema.partial().loose();

/**
 * A Knowledge base behind an address. Another implementation of the contract knows `POST /articles` and no sync runs: then every
 * article is handed over and nothing is archived.
 */
export function createRemoteKnowledgeBase(parts: Omit<RemoteParts, "timeoutMs">): SyncTarget {
  const post = createRemoteService("knowledge base", { ...parts, timeoutMs: 30_000 });
  const { clock } = parts;

  function withoutRuns(source: string): SyncRun {
    const counts = { created: 0, updated: 0, unchanged: 0, stale_input: 0, archived: 0, would_archive: 0 };
    const started_at = new Date(clock.now()).toISOString();
    return { id: "", source, status: "running", started_at, finished_at: null, ...counts };
  }

  return {
    async startSync({ source }) {
      try {
        return await post("/sync-runs", { source }, syncRunSchema);
      } catch (error) {
        if (OtaiError.is(error) && error.code === "not-found") return withoutRuns(source);
        throw error;
      }
    },
    async finishSync(id, request) {
      if (id !== "") return post(`/sync-runs/${encodeURIComponent(id)}/finish`, request, syncRunSchema);
      const run = withoutRuns("");
      return { ...run, status: request.complete ? "finished" : "incomplete", finished_at: run.started_at };
    },
    articles: {
      async upsertBatch(entries) {
        const results: ArticleBatchAnswer["results"] = [];
        for (const entry of entries) results.push(await upsert(entry));
        return { results };
      },
      // Its own service keeps what it could not read anew.
      markSeen: async () => false,
    },
  };

  async function upsert(entry: unknown): Promise<ArticleBatchAnswer["results"][number]> {
    const { sync_run_id, ...article } = z.looseObject({ sync_run_id: z.string().optional() }).parse(entry);
    try {
      const answer = await post("/articles", sync_run_id === "" ? article : entry, receipt);
      return {
        id: answer.id ?? "",
        status: answer.status ?? "updated",
        version: answer.version ?? 1,
        content_hash: answer.content_hash ?? "",
        source: answer.source ?? "",
        external_id: answer.external_id ?? null,
        chunks: answer.chunks ?? 0,
        warnings: answer.warnings ?? [],
      };
    } catch (error) {
      if (!OtaiError.is(error) || error.scope !== "ticket") throw error;
      return { status: "error", error_code: error.code, detail: error.message, errors: [] };
    }
  }
}
