import type { Services } from "@otai/core/ports/services";
import type { Clock, Ids } from "@otai/core/ports/surroundings";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { Triage } from "@otai/core/ports/triage";
import type { Log } from "@otai/plugin-api/plugin";
import type { Usage } from "@otai/service-api/usage";
import { createSolvedAnswers } from "@otai/services/solved-answers/create-solved-answers";
import type { OtaiStore } from "@otai/store/store-transaction";
import { createLanguageDetector } from "@otai/text/language";
import type { LoadedConfig } from "../config/load-config.ts";
import { createModels } from "../models/create-models.ts";
import { platformOf } from "../plugins/platform-of.ts";
import { createAgentDirectory } from "../triage/agent-directory.ts";
import type { Champions } from "../triage/champions.ts";
import { createInProcessTriage } from "../triage/in-process-triage.ts";
import { createJudgedTickets } from "../triage/judged-tickets.ts";
import { createAnswerTemplates } from "./answer-templates.ts";
import { createServices, type InProcessServices } from "./create-services.ts";
import { openLearnedTone } from "./learned-tone.ts";
import { createPipelineIds, type PipelineIds } from "./pipeline-ids.ts";
import { createRemoteAlerts, type TicketAlerts } from "./remote-alerts.ts";
import { createRemoteKnowledgeBase } from "./remote-knowledge-base.ts";
import { createRemoteService } from "./remote-service.ts";
import { createServicesByAddress } from "./remote-services.ts";
import { createRemoteTriage } from "./remote-triage.ts";
import type { SyncTarget } from "./sync-knowledge.ts";
import { createTriageDesks } from "./triage-desks.ts";

export interface OpenServicesParts {
  readonly loaded: LoadedConfig;
  readonly store: OtaiStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly champions: Champions;
  readonly connected: () => readonly ConnectedSystem[];
  readonly secretKey: string;
}

export interface OpenServices {
  /** What this process answers over HTTP. */
  readonly offered: InProcessServices;
  /** What runs ask: in this process, or where an address says. */
  readonly triage: Triage;
  readonly lifecycle: Services;
  readonly alerts: TicketAlerts;
  /** Where articles are taken over to. */
  readonly knowledgeBase: SyncTarget;
  /** What language models used. */
  readonly usage: () => Promise<Usage>;
  /** What is still to be written is in the store; to be called before it closes. */
  readonly settle: () => Promise<void>;
  readonly pipeline: PipelineIds;
}

/** The services of an installation, each on its embedded engine or on the models that are configured. */
export async function openServices(parts: OpenServicesParts): Promise<OpenServices> {
  const { loaded, store, clock, ids, log, signal, champions, connected, secretKey } = parts;
  const { environment } = loaded;
  const pipeline = createPipelineIds();
  const detector = await createLanguageDetector();
  const { languageModel, embedder, usage } = await createModels({
    loaded,
    store,
    clock,
    log,
    signal,
    headers: pipeline.headers,
  });
  const most = loaded.config.services.reply.solved_answers;
  const connections = loaded.ticketSystems.map(({ name }) => name);
  const solved = most === 0 ? null : createSolvedAnswers({ store, detector, connections, most });
  const offered = createServices({
    loaded,
    store,
    clock,
    ids,
    detector,
    desks: createTriageDesks({ loaded, champions, connected, directory: createAgentDirectory({ clock, log }) }),
    judgedTickets: createJudgedTickets({ store, connected }),
    learnedTone: await openLearnedTone({ loaded, champions, connected, log }),
    languageModel,
    embedder,
    solvedAnswers: solved,
    templates: createAnswerTemplates({
      ...{ connected, clock, log, signal },
      configured: loaded.config.services.reply.templates,
    }),
    secretKey,
  });
  const systemOf = (uid: string) => connected().find((system) => system.uid === uid);
  const remote = { headers: pipeline.headers, apiKey: environment.serviceApiKey, clock, log, signal };
  const settingsOf = (uid: string) => loaded.ticketSystems.find(({ name }) => name === systemOf(uid)?.name);
  const triage =
    environment.serviceUrls.triage === null
      ? createInProcessTriage({
          champions,
          detector,
          service: offered.triage,
          nameOf: (uid) => systemOf(uid)?.name ?? "",
        })
      : createRemoteTriage({
          post: createRemoteService("triage", {
            ...remote,
            baseUrl: environment.serviceUrls.triage,
            timeoutMs: 30_000,
          }),
          log,
          platformOf: (uid) => {
            const plugin = settingsOf(uid)?.plugin;
            return plugin && platformOf(plugin.packageName);
          },
          queueName: async (uid, id) =>
            (await systemOf(uid)?.schema())?.queues.find((queue) => queue.id === id)?.name ?? null,
          statedThreshold: (uid, field) => settingsOf(uid)?.fields[field]?.threshold ?? null,
        });
  const urls = {
    reply: environment.serviceUrls.reply,
    qa: environment.serviceUrls.qa,
    sentiment: environment.serviceUrls.sentiment,
  };
  const kbUrl = environment.serviceUrls.kb;
  const knowledgeBase = kbUrl === null ? offered.kb : createRemoteKnowledgeBase({ ...remote, baseUrl: kbUrl });
  return {
    pipeline,
    offered,
    triage,
    lifecycle: createServicesByAddress({
      ...remote,
      urls,
      inProcess: { ...offered, ...(solved === null ? {} : { solved }) },
    }),
    alerts:
      urls.sentiment === null ? offered.sentiment.alerts : createRemoteAlerts({ ...remote, baseUrl: urls.sentiment }),
    knowledgeBase,
    usage,
    settle: () => offered.kb.settle(),
  };
}
