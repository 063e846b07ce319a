import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { ConfigError } from "@otai/plugin-api/errors";
import { describe, expect, it } from "vitest";
import { createTestContext } from "./testing/plugin-context.ts";
import { selfSignedCertificate } from "./testing/self-signed.ts";
import { createTlsOptions, type TransportParams } from "./tls.ts";

const folder = mkdtempSync(join(tmpdir(), "otai-tls-"));
const caFile = join(folder, "ca.pem");
writeFileSync(caFile, selfSignedCertificate);
const emptyFile = join(folder, "empty.pem");
writeFileSync(emptyFile, "nothing here");

function create(params: Partial<TransportParams>) {
  const context = createTestContext();
  const full = { baseUrl: "https://desk.example", verify: true, allow_insecure: false, ...params };
  return {
    tls: createTlsOptions(full, "desk", context.log),
    warnings: context.lines.filter(({ level }) => level === "warn"),
  };
}

describe("S01: what the transport trusts", () => {
  it("verifies by default and says nothing", () => {
    expect(create({})).toEqual({ tls: { rejectUnauthorized: true }, warnings: [] });
  });

  it("keeps the public roots beside a CA file", () => {
    const { tls } = create({ verify: caFile });
    expect(tls.rejectUnauthorized).toBe(true);
    expect(tls.ca).toEqual([...rootCertificates, selfSignedCertificate]);
  });

  it.each([
    ["verify: false", { verify: false }, "ticket_systems.desk.params.verify"],
    ["plain HTTP", { baseUrl: "http://desk.example" }, "ticket_systems.desk.params.base_url"],
    ["plain HTTP in a private network", { baseUrl: "http://10.0.0.5" }, "allow_insecure: true"],
    ["a CA file that is not there", { verify: join(folder, "absent.pem") }, "absent.pem"],
    ["a CA file without a certificate", { verify: emptyFile }, "holds no PEM certificate"],
  ])("refuses %s and says how to mend it", (_, params, words) => {
    expect(() => create(params)).toThrow(ConfigError);
    expect(() => create(params)).toThrow(words);
  });

  it.each([
    ["verify: false with allow_insecure", { verify: false, allow_insecure: true }],
    ["plain HTTP with allow_insecure", { baseUrl: "http://desk.example", allow_insecure: true }],
    ["verify: false on loopback", { baseUrl: "https://127.0.0.1", verify: false }],
  ])("accepts %s with a warning", (_, params) => {
    expect(create(params).warnings).toHaveLength(1);
  });

  it("takes plain HTTP to this machine as it is", () => {
    expect(create({ baseUrl: "http://localhost:9000/freshdesk" }).warnings).toEqual([]);
  });
});
