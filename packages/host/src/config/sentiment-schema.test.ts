import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { audienceOf } from "../alerts/audience-of.ts";
import { ConfigFolder, sampleSystem } from "../testing/config-folder.ts";
import { printConfig } from "./print-config.ts";

let folder: ConfigFolder;
beforeAll(() => {
  folder = new ConfigFolder();
});
afterAll(() => folder.remove());

const withSentiment = (sentiment: string) => `${sampleSystem()}services: { sentiment: ${sentiment} }\n`;
const withDeliver = (...targets: string[]) => withSentiment(`{ deliver: [${targets.join(", ")}] }`);
const hook = "webhook: { url: https://ops.company.example/otai, secret: twelve-signs-or-more }";
const chat = "chat: { url: https://chat.company.example/hooks/abc }";
const mail =
  "mail: { smtp: 'smtp://otai:pass-of-mail@mail.company.example:587', from: otai@company.example, to: [team@company.example] }";

describe("services.sentiment", () => {
  it("tells nobody and resolves nothing by itself until somebody wants it", async () => {
    const { config } = await folder.load(sampleSystem());
    expect(config.services.sentiment).toEqual({ alert_at: 0.5, calm_after: 0, capacity: 10, deliver: [], model: null });
  });

  it("takes webhook, chat and mail, each with the severity and the connections that it is for", async () => {
    const { config } = await folder.load(
      withDeliver(`{ ${hook} }`, `{ ${chat}, min_severity: high }`, `{ ${mail}, ticket_systems: [desk] }`),
    );
    expect(config.services.sentiment.deliver.map(audienceOf)).toEqual([
      { target: expect.stringMatching(/^webhook:/), minSeverity: "medium", connections: null, hearsOfResolved: true },
      { target: expect.stringMatching(/^chat:/), minSeverity: "high", connections: null, hearsOfResolved: false },
      { target: expect.stringMatching(/^mail:/), minSeverity: "medium", connections: ["desk"], hearsOfResolved: false },
    ]);
  });

  it("S03: secrets, passwords and the addresses of chats are printed as ***", async () => {
    const printed = printConfig(await folder.load(withDeliver(`{ ${hook} }`, `{ ${chat} }`, `{ ${mail} }`)));
    expect(printed).not.toMatch(/twelve-signs|hooks\/abc|pass-of-mail/);
    expect(printed).toContain("smtp://otai:***@mail.company.example:587");
  });

  test.each([
    [`{ min_severity: high }`, "must be one of webhook, chat and mail"],
    [`{ ${hook}, ${chat} }`, "must be one of webhook, chat and mail"],
    [`{ chat: { url: http://chat.company.example/x } }`, "chat.url: must be https://"],
    [`{ webhook: { url: https://a.example, secret: short } }`, "webhook.secret: must have 12 characters"],
    [`{ webhook: { url: https://a.example, secret: whsec_dG9vc2hvcnQ= } }`, "webhook.secret: must have 12 characters"],
    [`{ webhook: { url: 'ftp://a.example', secret: twelve-signs-or-more } }`, "webhook.url: must be an http:// or"],
    [`{ mail: { smtp: mail.company.example, from: a@b.example, to: [a@b.example] } }`, "mail.smtp: must be smtp://"],
    [`{ mail: { smtp: 'smtp://u@m.example', from: a@b.example, to: [a@b.example] } }`, "mail.smtp: must be smtp://"],
    [
      `{ mail: { smtp: 'smtp://m.example/?tls.rejectUnauthorized=false', from: a@b.example, to: [a@b.example] } }`,
      "mail.smtp",
    ],
    [
      `{ mail: { smtp: 'smtp://m.example', from: "a@b.example\\nBcc: c@d.example", to: [a@b.example] } }`,
      "mail.from: must be",
    ],
    [`{ mail: { smtp: 'smtp://m.example', from: a@b.example, to: [] } }`, "mail.to"],
    [`{ ${chat}, min_severity: critical }`, "min_severity"],
    [
      `{ ${chat}, ticket_systems: [dask] }`,
      'ticket_systems[0]: there is no ticket system "dask"; did you mean "desk"?',
    ],
  ])("%s is refused with its place", async (target, message) => {
    const faults = await folder.faults(withDeliver(target));
    expect(faults).toEqual([expect.stringContaining("services.sentiment.deliver[0]")]);
    expect(faults[0]).toContain(message);
  });

  it("the same receiver twice would be told twice", async () => {
    expect(await folder.faults(withDeliver(`{ ${chat} }`, `{ ${chat}, min_severity: high }`))).toEqual([
      expect.stringContaining("services.sentiment.deliver[1]: is the same receiver as deliver[0]"),
    ]);
  });
});
