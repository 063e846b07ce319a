import { createHmac } from "node:crypto";
import { ConfigError } from "@otai/plugin-api/errors";
import type { Delivery, WebhookSecrets } from "@otai/plugin-api/webhook";
import { describe, expect, it } from "vitest";
import { checkSecret, verifyWebhook } from "./verify-webhook.ts";

const receivedAt = Date.UTC(2026, 10, 1, 9);
const text = '{"ticket_id":"T-1","subject":"Hello"}';
const key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const plain = "a-secret-that-both-sides-know";
const url = "https://otai.yourcompany.example/webhook/hub/events";
const params = { signature_header: "X-Webhook-Signature", timestamp_header: "X-Webhook-Timestamp", hubspot_url: url };

const hmac = (algorithm: string, secret: string | Buffer, signed: string) =>
  createHmac(algorithm, secret).update(signed).digest();
const seconds = String(receivedAt / 1000);
const bytes = Buffer.from(key.slice(6), "base64");

/** Headers as each kind of sender makes them, and the secret. */
const senders: Readonly<
  Record<string, { secret: string; headers: (body: string, stamp: string) => Record<string, string> }>
> = {
  "Standard Webhooks": {
    secret: key,
    headers: (body, stamp) => ({
      "webhook-id": "msg_1",
      "webhook-timestamp": stamp,
      "webhook-signature": `v1a,Zm9v v1,${hmac("sha256", bytes, `msg_1.${stamp}.${body}`).toString("base64")}`,
    }),
  },
  "sha256= with a time stamp": {
    secret: plain,
    headers: (body, stamp) => ({
      "x-webhook-timestamp": stamp,
      "x-webhook-signature": `sha256=${hmac("sha256", plain, `${stamp}.${body}`).toString("hex")}`,
    }),
  },
  "base64 with a time stamp, no prefix": {
    secret: plain,
    headers: (body, stamp) => ({
      "x-webhook-timestamp": stamp,
      "x-webhook-signature": hmac("sha256", plain, `${stamp}.${body}`).toString("base64"),
    }),
  },
  Zendesk: {
    secret: plain,
    headers: (body, stamp) => {
      const iso = new Date(Number(stamp) * 1000).toISOString();
      return {
        "x-zendesk-webhook-signature-timestamp": iso,
        "x-zendesk-webhook-signature": hmac("sha256", plain, `${iso}${body}`).toString("base64"),
      };
    },
  },
  "HubSpot, version 3": {
    secret: plain,
    headers: (body, stamp) => ({
      "x-hubspot-request-timestamp": `${stamp}000`,
      "x-hubspot-signature-v3": hmac("sha256", plain, `POST${url}${body}${stamp}000`).toString("base64"),
    }),
  },
  Intercom: {
    secret: plain,
    headers: (body) => ({ "x-hub-signature": `sha1=${hmac("sha1", plain, body).toString("hex")}` }),
  },
};
const stamped = Object.keys(senders).filter((name) => !name.includes("Intercom"));

const verify = (headers: Record<string, string>, secrets: WebhookSecrets, body = text, given = params) => {
  const delivery: Delivery = { route: "events", headers, body: new TextEncoder().encode(body), receivedAt };
  return verifyWebhook(delivery, secrets, given);
};

describe("proofs of a sender", () => {
  it.each(Object.entries(senders))(
    "R02 GW-2: %s is accepted, with the current secret and with the one before",
    (_, sender) => {
      const headers = sender.headers(text, seconds);
      expect(verify(headers, [sender.secret])).toEqual({ ok: true });
      expect(verify(headers, ["whsec_plJ3nmyCDGBKInavdOK15jsl/1dDA5Fo", sender.secret])).toEqual({ ok: true });
    },
  );

  it.each(Object.entries(senders))(
    "R02 GW-2: %s is refused with another secret, a flipped byte, an empty body",
    (_, sender) => {
      const headers = sender.headers(text, seconds);
      expect(verify(headers, ["another-secret-that-nobody-knows"]).ok).toBe(false);
      expect(verify(headers, [sender.secret], text.replace("T-1", "T-2")).ok).toBe(false);
      expect(verify(headers, [sender.secret], "").ok).toBe(false);
    },
  );

  it.each(stamped)("R02 GW-6: %s is refused with a stamp of more than 5 minutes ago, or ahead", (name) => {
    const { headers, secret } = senders[name]!;
    const at = (offset: number) => String(receivedAt / 1000 + offset);
    expect([-299, 299].map((offset) => verify(headers(text, at(offset)), [secret]).ok)).toEqual([true, true]);
    expect([-301, 301].map((offset) => verify(headers(text, at(offset)), [secret]).ok)).toEqual([false, false]);
  });

  it("GW-1: an empty secret opens no door, and a call without any proof none at all", () => {
    const empty = hmac("sha256", "", `${seconds}.${text}`).toString("hex");
    expect(verify({ "x-webhook-timestamp": seconds, "x-webhook-signature": empty }, [""]).ok).toBe(false);
    expect(verify({ "x-otai-webhook-secret": "" }, [""]).ok).toBe(false);
    expect(verify({}, [plain]).ok).toBe(false);
  });

  it("GW-3: a sender that cannot sign sends the secret in a header, or as Basic password", () => {
    expect(verify({ "x-otai-webhook-secret": plain }, [plain])).toEqual({ ok: true });
    const basic = `Basic ${Buffer.from(`desk:${plain}`).toString("base64")}`;
    expect(verify({ authorization: basic }, [plain])).toEqual({ ok: true });
    expect(verify({ "x-otai-webhook-secret": `${plain}x` }, [plain]).ok).toBe(false);
  });

  it("a wrong signature is not made good by the plain secret beside it", () => {
    const headers = { ...senders["Standard Webhooks"]!.headers("{}", seconds), "x-otai-webhook-secret": key };
    expect(verify(headers, [key]).ok).toBe(false);
  });

  it("the names of the signature's headers can be configured", () => {
    const given = { ...params, signature_header: "X-Shop-Signature", timestamp_header: "X-Shop-Time" };
    const headers = {
      "x-shop-time": seconds,
      "x-shop-signature": hmac("sha256", plain, `${seconds}.${text}`).toString("hex"),
    };
    expect(verify(headers, [plain], text, given)).toEqual({ ok: true });
    expect(verify({ "x-shop-signature": headers["x-shop-signature"] }, [plain], text, given)).toEqual({
      ok: false,
      reason: "the header X-Shop-Time is missing",
    });
  });

  it("R02: a whsec_ secret has 24 to 64 bytes in base64", () => {
    const sized = (length: number) => `whsec_${Buffer.alloc(length, 7).toString("base64")}`;
    for (const secret of [sized(23), sized(65), "whsec_", "whsec_not base64!"]) {
      expect(() => checkSecret(secret), secret).toThrow(ConfigError);
    }
    for (const secret of [sized(24), sized(64), plain]) expect(() => checkSecret(secret)).not.toThrow();
  });
});
