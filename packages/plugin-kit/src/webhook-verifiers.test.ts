import { createHmac } from "node:crypto";
import type { Delivery, WebhookSecrets } from "@otai/plugin-api/webhook";
import { describe, expect, it } from "vitest";
import {
  verifyHubSignature,
  verifyHubSignature256,
  verifySharedSecret,
  verifyStandardWebhook,
  verifyZendeskSignature,
} from "./webhook-verifiers.ts";

const receivedAt = Date.UTC(2026, 10, 1, 9);
const body = Buffer.from('{"id":"5158","subject":"Grüße"}');
const secrets: WebhookSecrets = ["current", "previous"];
const hmac = (
  algorithm: string,
  key: string | Buffer,
  text: string,
  encoding: "hex" | "base64",
  bytes: Buffer = body,
) => createHmac(algorithm, key).update(text).update(bytes).digest(encoding);

function delivery(headers: Record<string, string>, bytes: Buffer = body): Delivery {
  return { route: "ticket-created", headers, body: bytes, receivedAt };
}

describe("D19: a secret that the sender repeats", () => {
  const basic = (user: string, password: string) => ({
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
  });

  it.each([
    ["the current one in the header", { "x-otai-webhook-secret": "current" }],
    ["the one that is being rotated out", { "x-otai-webhook-secret": "previous" }],
    ["as Basic password of any user", basic("anyone", "current")],
  ])("accepts %s", (_, headers) => {
    expect(verifySharedSecret(delivery(headers), secrets)).toEqual({ ok: true });
  });

  it.each<[string, Record<string, string>, WebhookSecrets]>([
    ["no secret", {}, secrets],
    ["a wrong secret", { "x-otai-webhook-secret": "wrong" }, secrets],
    ["the secret as Basic user", basic("current", ""), secrets],
    ["a broken Basic header", { authorization: "Basic %%%" }, secrets],
    ["an empty secret, even when empty is configured", { "x-otai-webhook-secret": "" }, [""]],
  ])("refuses %s", (_, headers, known) => {
    expect(verifySharedSecret(delivery(headers), known)).toMatchObject({ ok: false });
  });

  it("keeps a colon inside the password", () => {
    expect(verifySharedSecret(delivery(basic("x", "a:b")), ["a:b"])).toEqual({ ok: true });
  });
});

describe("R02: Zendesk signs time stamp + raw body", () => {
  const stamp = "2026-11-01T08:59:30Z";
  const headers = (signature: string, at = stamp) => ({
    "x-zendesk-webhook-signature": signature,
    "x-zendesk-webhook-signature-timestamp": at,
  });

  it("accepts a genuine signature, with either secret and with an empty body", () => {
    const empty = Buffer.alloc(0);
    expect(verifyZendeskSignature(delivery(headers(hmac("sha256", "current", stamp, "base64"))), secrets)).toEqual({
      ok: true,
    });
    expect(verifyZendeskSignature(delivery(headers(hmac("sha256", "previous", stamp, "base64"))), secrets)).toEqual({
      ok: true,
    });
    const signed = headers(hmac("sha256", "current", stamp, "base64", empty));
    expect(verifyZendeskSignature(delivery(signed, empty), secrets)).toEqual({ ok: true });
  });

  it("refuses the retired order, a flipped byte, another secret and no signature", () => {
    const retired = createHmac("sha256", "current").update(body).update(stamp).digest("base64");
    const flipped = Buffer.from(body);
    flipped[3]! ^= 1;
    expect(verifyZendeskSignature(delivery(headers(retired)), secrets).ok).toBe(false);
    expect(
      verifyZendeskSignature(delivery(headers(hmac("sha256", "current", stamp, "base64")), flipped), secrets).ok,
    ).toBe(false);
    expect(verifyZendeskSignature(delivery(headers(hmac("sha256", "other", stamp, "base64"))), secrets).ok).toBe(false);
    expect(verifyZendeskSignature(delivery({}), secrets).ok).toBe(false);
  });

  it.each([
    ["2026-11-01T08:54:59Z", false],
    ["2026-11-01T08:55:00Z", true],
    ["2026-11-01T09:05:00Z", true],
    ["2026-11-01T09:05:01Z", false],
    ["yesterday", false],
  ])("with the stamp %s (received at 09:00): %s", (at, ok) => {
    expect(verifyZendeskSignature(delivery(headers(hmac("sha256", "current", at, "base64"), at)), secrets).ok).toBe(ok);
  });
});

describe("R02: signatures of the body alone", () => {
  it("accepts sha1= of Zammad and sha256= of generic senders", () => {
    const sha1 = { "x-hub-signature": `sha1=${hmac("sha1", "current", "", "hex")}` };
    const sha256 = { "x-hub-signature-256": `sha256=${hmac("sha256", "previous", "", "hex")}` };
    expect(verifyHubSignature(delivery(sha1), secrets)).toEqual({ ok: true });
    expect(verifyHubSignature256(delivery(sha256), secrets)).toEqual({ ok: true });
  });

  it("refuses one for the other, a wrong one and none", () => {
    const swapped = { "x-hub-signature": `sha256=${hmac("sha256", "current", "", "hex")}` };
    expect(verifyHubSignature(delivery(swapped), secrets).ok).toBe(false);
    expect(verifyHubSignature(delivery({ "x-hub-signature": "sha1=00" }), secrets).ok).toBe(false);
    expect(verifyHubSignature256(delivery({}), secrets).ok).toBe(false);
  });
});

describe("R02: Standard Webhooks 1.0", () => {
  const stamp = String(receivedAt / 1000 - 60);
  const key = Buffer.from("0123456789abcdef01234567");
  const whsec = `whsec_${key.toString("base64")}`;
  const sign = (secret: string | Buffer, at = stamp) => `v1,${hmac("sha256", secret, `msg_1.${at}.`, "base64")}`;
  const headers = (signature: string, at = stamp) => ({
    "webhook-id": "msg_1",
    "webhook-timestamp": at,
    "webhook-signature": signature,
  });

  it("accepts a whsec_ secret, a plain one, and one good signature among several", () => {
    expect(verifyStandardWebhook(delivery(headers(sign(key))), [whsec])).toEqual({ ok: true });
    expect(verifyStandardWebhook(delivery(headers(sign("plain"))), ["plain"])).toEqual({ ok: true });
    expect(verifyStandardWebhook(delivery(headers(`v1,AAAA v1a,BBBB ${sign(key)}`)), ["other", whsec])).toEqual({
      ok: true,
    });
  });

  it("refuses another id, an old stamp, another version, an empty key", () => {
    const moved = { ...headers(sign(key)), "webhook-id": "msg_2" };
    const old = String(receivedAt / 1000 - 301);
    expect(verifyStandardWebhook(delivery(moved), [whsec]).ok).toBe(false);
    expect(verifyStandardWebhook(delivery(headers(sign(key, old), old)), [whsec]).ok).toBe(false);
    expect(verifyStandardWebhook(delivery(headers(sign(key).replace("v1,", "v2,"))), [whsec]).ok).toBe(false);
    expect(verifyStandardWebhook(delivery(headers(sign(Buffer.alloc(0)))), ["whsec_"]).ok).toBe(false);
  });
});
