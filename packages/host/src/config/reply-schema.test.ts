import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { ConfigFolder, sampleSystem } from "../testing/config-folder.ts";
import { toStyle } from "./reply-schema.ts";

let folder: ConfigFolder;
beforeAll(() => {
  folder = new ConfigFolder();
});
afterAll(() => folder.remove());

const withReply = (reply: string) => `${sampleSystem()}services: { reply: ${reply} }\n`;

describe("services.reply", () => {
  it("a style states what it changes, the rest is that of its tone", async () => {
    const { config } = await folder.load(
      withReply("{ styles: [{ id: studio, tone: formal, sign_off: { de: Euer Studio }, banned_words: [cheap] }] }"),
    );
    expect(config.services.reply.styles.map(toStyle)).toEqual([
      {
        ...{ id: "studio", name: "studio", description: "", tone: "formal", address: "formal", maxChars: null },
        ...{ greeting: {}, signOff: { de: "Euer Studio" }, bannedWords: ["cheap"] },
      },
    ]);
  });

  test.each([
    ["{ style: pirate }", "services.reply.style: must be one of friendly, formal"],
    ["{ styles: [{ id: formal }] }", "services.reply.styles[0].id: another style has this id"],
    ["{ styles: [{ id: a }, { id: a }] }", "services.reply.styles[1].id: another style has this id"],
    ["{ allowed_hosts: ['https://help.example'] }", "services.reply.allowed_hosts[0]: a host name in small letters"],
    ["{ templates: [{ id: a, title: A }] }", "services.reply.templates[0].text"],
    [
      "{ templates: [{ id: a, title: A, text: a }, { id: a, title: B, text: b }] }",
      "services.reply.templates[1].id: another template has this id",
    ],
    ["{ templates: [{ id: a, title: A, text: a, language: german }] }", "services.reply.templates[0].language"],
    ["{ styles: [{ id: a, max_chars: 20 }] }", "services.reply.styles[0].max_chars"],
  ])("%s is refused with its place", async (reply, message) => {
    expect(await folder.faults(withReply(reply))).toEqual([expect.stringContaining(message)]);
  });
});
