import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CertificateError, UnavailableError } from "@otai/plugin-api/errors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHttpClient } from "./http-client.ts";
import { explainNetworkFailure } from "./network-errors.ts";
import { createTestContext } from "./testing/plugin-context.ts";
import { selfSignedCertificate, selfSignedKey } from "./testing/self-signed.ts";
import { createTlsOptions } from "./tls.ts";

let server: Server;
let port: number;
const context = createTestContext();

beforeAll(async () => {
  server = createServer({ cert: selfSignedCertificate, key: selfSignedKey }, (_, response) => response.end("{}"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  context.stop();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

function ask(verify: boolean | string, baseUrl = `https://127.0.0.1:${port}`) {
  return createHttpClient({
    baseUrl,
    authorization: () => "",
    timeoutMs: 2_000,
    tls: createTlsOptions({ baseUrl, verify, allow_insecure: false }, "desk", context.log),
    context,
    rate: { classOf: () => "all", read: () => null },
    explain: () => ({ message: "" }),
    pause: async () => {},
  }).request({ method: "GET", path: "/", repeatable: true });
}

describe("TLS", () => {
  it("names the parameter when a certificate is self-signed", async () => {
    await expect(ask(true)).rejects.toThrow(CertificateError);
    await expect(ask(true)).rejects.toThrow("set verify to the path of the CA file");
  });

  it("accepts it with the CA file", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "otai-ca-")), "ca.pem");
    writeFileSync(file, selfSignedCertificate);
    expect((await ask(file)).status).toBe(200);
  });

  it("accepts it unverified on loopback", async () => {
    expect((await ask(false)).status).toBe(200);
  });

  it("tells a port without TLS from a bad certificate", async () => {
    const plain = (await import("node:http")).createServer((_, response) => response.end());
    await new Promise<void>((done) => plain.listen(0, "127.0.0.1", done));
    const { port: plainPort } = plain.address() as AddressInfo;
    await expect(ask(true, `https://127.0.0.1:${plainPort}`)).rejects.toThrow("does not speak TLS");
    plain.closeAllConnections();
    await new Promise((done) => plain.close(done));
  });
});

describe("names that nobody knows", () => {
  const call = {
    method: "PUT",
    url: "https://typo.freshdesk.com/api",
    host: "typo.freshdesk.com",
    timeoutMs: 1_000,
    maxBytes: 1,
  };

  it("asks whether the domain is right, and knows that nothing was written", () => {
    const { error, passing } = explainNetworkFailure(Object.assign(new Error(), { code: "ENOTFOUND" }), call);
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error.message).toContain("is the domain right");
    expect(error.outcomeUnknown).toBe(false);
    expect(passing).toBe(false);
  });

  it("finds the code of a failure over several addresses", () => {
    const aggregate = new AggregateError([Object.assign(new Error(), { code: "ECONNREFUSED" })]);
    const { error } = explainNetworkFailure(aggregate, call);
    expect(error.message).toContain("ECONNREFUSED");
    expect(error.outcomeUnknown).toBe(false);
  });
});
