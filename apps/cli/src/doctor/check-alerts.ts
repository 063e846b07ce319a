import { createChannels } from "@otai/host/alerts/create-channels";
import type { LoadedConfig } from "@otai/host/config/load-config";
import type { Check, Finding } from "./check.ts";

/** Can everybody who is told of alerts be reached? Sends nothing; `otai alerts test` does. Absent where nobody is told. */
export function checkAlerts({ config, environment }: LoadedConfig): Check[] {
  const { deliver } = config.services.sentiment;
  if (deliver.length === 0) return [];
  return [
    {
      title: "alerts (services.sentiment.deliver)",
      async run() {
        const channels = createChannels(deliver, new AbortController().signal);
        const findings: Finding[] = await Promise.all(channels.map((channel) => channel.check()));
        return environment.serviceUrls.sentiment === null ? findings : [...findings, elsewhere];
      },
    },
  ];
}

const elsewhere: Finding = {
  state: "wrong",
  what: "alerts about tickets are raised by the service at SENTIMENT_URL, and nobody here tells of them",
  steps: ["Move services.sentiment.deliver into the configuration of that service."],
};
