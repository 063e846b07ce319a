import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { webhookParams } from "./params.ts";
import { aliases } from "./payload-fields.ts";
import { connectSender } from "./testing/sender.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const cellsOf = (row: string) => row.split("|").map((cell) => cell.trim());

describe("the README for administrators", () => {
  it("names every parameter with its default, and no other", () => {
    const section = readme.slice(readme.indexOf("| Parameter"), readme.indexOf("## Authentication"));
    const rows = section
      .split("\n")
      .filter((row) => row.startsWith("| `"))
      .map(cellsOf);
    expect(rows.map(([, name]) => name!.replaceAll("`", "")).sort()).toEqual(Object.keys(webhookParams.shape).sort());
    const defaults = webhookParams.parse({}) as Record<string, unknown>;
    for (const [, name, value] of rows) {
      const given = defaults[name!.replaceAll("`", "")];
      const shown = given === undefined ? "–" : `\`${typeof given === "string" ? given : JSON.stringify(given)}\``;
      expect(value, name).toBe(shown);
    }
  });

  it("names the usual names of the published fields", () => {
    for (const field of ["ticket_id", "subject", "body", "customer_id", "event"] as const) {
      expect(readme).toContain(aliases[field]!.map((name) => `\`${name}\``).join(", "));
    }
  });

  it("shows payloads of platforms together with the paths that read them", async () => {
    const examples = [...readme.matchAll(/```json\n(.*?)```/gs)].map(([, text]) => JSON.parse(text!));
    const pathsInYaml = [...readme.matchAll(/^ +paths: \{ (.*) \}$/gm)].map(([, list]) =>
      Object.fromEntries(list!.split(", ").map((pair) => pair.split(": "))),
    );
    expect(pathsInYaml).toHaveLength(3);
    const wanted = [
      ["HELP-7", "Printer on fire", "ticket-created"],
      ["215", "Where is my parcel?", "customer-replied"],
      ["INC0010001", "No network", "ticket-updated"],
    ];
    for (const [index, paths] of pathsInYaml.entries()) {
      const { send, system } = connectSender({ paths });
      const { hints } = await send("events", examples[index]);
      const [{ ticketId, kind }] = hints as [(typeof hints)[number]];
      const { subject, body } = await system.read.getTicket(ticketId);
      expect([ticketId, subject === "" ? body : subject, kind]).toEqual(wanted[index]);
    }
  });
});
