import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox } from "../../apps/cli/src/demo/start-sandbox.ts";
import { freshdeskConnection, freshdeskWebhook } from "../../tests/stage/connection-config.ts";
import { createOtaiApi } from "../../tests/stage/otai-api.ts";
import { type OtaiServer, startOtai } from "../../tests/stage/otai-server.ts";
import { createSandboxControl } from "../../tests/stage/sandbox-control.ts";
import { type Figure, figure } from "./figure.ts";

const arrivals = 1000;

/** A fresh installation that nobody has changed: 1,000 tickets, and not one write (U10). */
export async function measureShadow(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "otai-check-shadow-"));
  const sandbox = await startSandbox({
    port: 0,
    seed: 1,
    tickets: 3000,
    dialects: ["freshdesk"],
    ratePlan: "unlimited",
    timeScale: 0.01,
  });
  let otai: OtaiServer | null = null;
  try {
    otai = await startOtai({
      folder,
      config: { ticket_systems: { freshdesk: freshdeskConnection({ sandboxUrl: sandbox.url }) } },
    });
    const desk = createSandboxControl(sandbox.url);
    await desk.webhooks([freshdeskWebhook(otai.url)]);
    await desk.forgetRequests();
    const startedAt = performance.now();
    const ids = await desk.arrive(arrivals, 200);
    const decisions = await createOtaiApi(otai.url).settled(ids);
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    const writes = await desk.requests("write");
    const sure = decisions.filter((one) => one.field === "queue" && one.would_be === "automate").length;
    return [
      figure("shadow_writes", writes.length, { atMost: 0 }, { arrivals, seconds }),
      figure("shadow_decisions_not_shadow", decisions.filter((one) => one.decision !== "shadow").length, { atMost: 0 }),
      figure("shadow_would_automate_queue", sure / arrivals, null),
    ];
  } finally {
    await otai?.stop();
    sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
